package agency.frontline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.Deadline;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.mail.OutgoingMail;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;

/** One case and what people, the client and the clock can do to it. Steps are named as the model names them. */
public final class Case {

    private final Cases cases;
    private final CaseHead head;

    Case(Cases cases, CaseHead head) {
        this.cases = cases;
        this.head = head;
        BpmnAwareTests.init(cases.engine);
    }

    public String key() {
        return head.businessKey();
    }

    /** The case as it stands in the register now. */
    public CaseHead head() {
        return cases.head(key());
    }

    /** Runs what waits to be run at once: steps behind a wait state, and the mail. */
    public Case settle() {
        for (Job job = ready(); job != null; job = ready()) {
            cases.engine.getManagementService().executeJob(job.getId());
        }
        cases.mail.runOnce();
        return this;
    }

    /** A step that waits to be run at once, behind a wait state. */
    public String waitingJob() {
        var job = ready();
        assertThat(job).as("a step of %s waits to be run", key()).isNotNull();
        return job.getId();
    }

    private Job ready() {
        return cases
                .engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(head.processInstanceId())
                .messages()
                .unlimitedList()
                .stream()
                .findFirst()
                .orElse(null);
    }

    public Case waitsAt(String... steps) {
        assertThat(instance()).isWaitingAt(steps);
        return this;
    }

    public Case isNotWaitingAt(String... steps) {
        assertThat(instance()).isNotWaitingAt(steps);
        return this;
    }

    private ProcessInstance instance() {
        var instance = cases.engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(head.processInstanceId())
                .singleResult();
        assertThat(instance).as("%s is still running", key()).isNotNull();
        return instance;
    }

    /** Completes the step as Tasklist does, with what stands in the form. */
    public Case does(String user, String step, Map<String, Object> form) {
        submit(user, step, form);
        return settle();
    }

    /** Completes the step and leaves everything behind it waiting. */
    public void submit(String user, String step, Map<String, Object> form) {
        var task = task(step, user);
        cases.as(user, () -> {
            if (task.getAssignee() == null) {
                cases.engine.getTaskService().claim(task.getId(), user);
            }
            cases.engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(form));
        });
    }

    /** The step refuses what was filled in, names these fields, and leaves the case as it was. */
    public Case refuses(String user, String step, Map<String, Object> form, String... fields) {
        var before = state();
        assertThat(Refused.by(() -> submit(user, step, form)))
                .as("fields that %s refuses", step)
                .containsOnlyKeys(fields)
                .allSatisfy((field, remedy) -> assertThat(remedy).endsWith("."));
        assertThat(state()).as("%s is as it was before", key()).isEqualTo(before);
        return this;
    }

    private Map<String, Object> state() {
        var state =
                new TreeMap<String, Object>(cases.engine.getRuntimeService().getVariables(head.processInstanceId()));
        state.replaceAll((name, value) -> String.valueOf(value));
        state.put("(steps)", cases.engine.getRuntimeService().getActiveActivityIds(head.processInstanceId()));
        return state;
    }

    /** The open task of a step that waits for the user, or of several parallel ones the one they may take. */
    public Task task(String step, String user) {
        return cases.as(user, () -> {
            var open = openTasks(step);
            var groups = cases.groupsOf(user);
            return open.stream()
                    .filter(task -> user.equals(task.getAssignee()))
                    .findFirst()
                    .or(() -> open.stream()
                            .filter(task -> task.getAssignee() == null && isOffered(task, groups))
                            .findFirst())
                    .or(() -> open.stream().findFirst())
                    .orElseThrow(() -> new AssertionError(user + " sees no task " + step + " in " + key()));
        });
    }

    private boolean isOffered(Task task, List<String> groups) {
        return cases.engine
                        .getTaskService()
                        .createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateGroupIn(groups)
                        .count()
                > 0;
    }

    private List<Task> openTasks(String step) {
        return cases.engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(head.processInstanceId())
                .taskDefinitionKey(step)
                .initializeFormKeys()
                .unlimitedList();
    }

    /** How many tasks of this step are open. */
    public int open(String step) {
        return openTasks(step).size();
    }

    /** Whether the user finds a task of this step in their lists. */
    public boolean isVisibleTo(String user, String step) {
        return cases.as(user, () -> !openTasks(step).isEmpty());
    }

    /** The client answers by mail, in the case's thread. */
    public Case clientWrites(String words) {
        cases.correspondence.add(key(), cases.message(head.contact(), "Re: " + head.subject(), words));
        return settle();
    }

    /** The clock moves to the moment of the timer, which rings. */
    public Case rings(String event) {
        var job = timerOf(event);
        if (job.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(job.getDuedate());
        }
        cases.engine.getManagementService().executeJob(job.getId());
        return settle();
    }

    public Job timerOf(String event) {
        var job = cases.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(head.processInstanceId())
                .activityId(event)
                .timers()
                .singleResult();
        assertThat(job).as("a timer %s is set in %s", event, key()).isNotNull();
        return job;
    }

    /** Time passes; what is due rings in its order, in this case only. */
    public Case after(Duration time) {
        var until = Date.from(ClockUtil.getCurrentTime().toInstant().plus(time));
        for (Job due = dueUntil(until); due != null; due = dueUntil(until)) {
            if (due.getDuedate().after(ClockUtil.getCurrentTime())) {
                ClockUtil.setCurrentTime(due.getDuedate());
            }
            cases.engine.getManagementService().executeJob(due.getId());
            settle();
        }
        ClockUtil.setCurrentTime(until);
        return settle();
    }

    private Job dueUntil(Date until) {
        return cases
                .engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(head.processInstanceId())
                .timers()
                .unlimitedList()
                .stream()
                .filter(job -> !job.getDuedate().after(until))
                .min(Comparator.comparing(Job::getDuedate))
                .orElse(null);
    }

    /** When the timer will ring; null if none is set. */
    public Instant timer(String event) {
        return cases
                .engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(head.processInstanceId())
                .activityId(event)
                .timers()
                .unlimitedList()
                .stream()
                .map(Job::getDuedate)
                .map(Date::toInstant)
                .findFirst()
                .orElse(null);
    }

    /** A day from today at the client's, as a form sends it. */
    public String day(int daysAhead) {
        return ClockUtil.getCurrentTime()
                .toInstant()
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(daysAhead)
                .toString();
    }

    /** What the form of an open step shows under this name, as Tasklist asks for it. */
    public Object shown(String user, String step, String name) {
        var task = task(step, user);
        return cases.as(
                        user,
                        () -> cases.engine.getFormService().getTaskFormVariables(task.getId(), List.of(name), true))
                .get(name);
    }

    public Object variable(String name) {
        return cases.engine.getRuntimeService().getVariable(head.processInstanceId(), name);
    }

    /** A variable as it stood when the case ended. */
    public Object outcome(String name) {
        var variable = cases.engine
                .getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(head.processInstanceId())
                .variableName(name)
                .singleResult();
        return variable == null ? null : variable.getValue();
    }

    /** It counts as ended, and nothing of it is left but the question how we are doing, which is a case of its own. */
    public Case endsAs(Status status) {
        var left = cases
                .engine
                .getRuntimeService()
                .createExecutionQuery()
                .processInstanceId(head.processInstanceId())
                .unlimitedList()
                .stream()
                .flatMap(execution -> cases.engine.getRuntimeService().getActiveActivityIds(execution.getId()).stream())
                .filter(step -> !step.equals("askForPulse"))
                .toList();
        assertThat(left).as("%s has ended", key()).isEmpty();
        assertThat(head().status()).isEqualTo(status);
        return this;
    }

    public List<Message> messages() {
        return cases.conversation.of(key());
    }

    /** All mails to the client, oldest first. */
    public List<OutgoingMail> toClient() {
        return cases.handedIn.about(key()).stream()
                .filter(OutgoingMail::toClient)
                .toList();
    }

    /** The last mail to the client. */
    public OutgoingMail lastToClient() {
        return toClient().stream()
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("The client has heard nothing in " + key()));
    }

    /** What our own people were told of this case, oldest first. */
    public List<OutgoingMail> notices() {
        return cases.handedIn.about(key()).stream()
                .filter(mail -> !mail.toClient())
                .toList();
    }

    /** What a colleague was told of this case, by the occasions of the notices, oldest first. */
    public List<String> told(String user) {
        return notices().stream()
                .filter(mail -> mail.to().stream().anyMatch(to -> to.address().startsWith(user + "@")))
                .map(OutgoingMail::purpose)
                .toList();
    }

    /** The last notice a colleague got of this case. */
    public OutgoingMail noticeTo(String user) {
        return cases.handedIn.about(key()).stream()
                .filter(mail -> !mail.toClient())
                .filter(mail -> mail.to().stream().anyMatch(to -> to.address().startsWith(user + "@")))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError(user + " was told nothing of " + key()));
    }

    /** What is counted of this case later (capabilities, Measures). */
    public Object fact(String name) {
        return cases.fact(key(), name);
    }

    public Deadline deadline(String name) {
        return cases.deadlines
                .find(key(), name)
                .orElseThrow(() -> new AssertionError("No deadline " + name + " in " + key()));
    }
}
