package agency.frontline.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.Deadline;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        var task = task(step, user);
        cases.as(user, () -> {
            if (task.getAssignee() == null) {
                cases.engine.getTaskService().claim(task.getId(), user);
            }
            cases.engine.getFormService().submitTaskForm(task.getId(), new HashMap<>(form));
        });
        return settle();
    }

    /** The open task of a step; of several parallel ones, the first that the user may take. */
    public Task task(String step, String user) {
        return cases.as(user, () -> cases
                .engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(head.processInstanceId())
                .taskDefinitionKey(step)
                .initializeFormKeys()
                .unlimitedList()
                .stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError(user + " sees no task " + step + " in " + key())));
    }

    /** The client answers by mail, in the case's thread. */
    public Case clientWrites(String words) {
        cases.correspondence.add(key(), cases.message(head.contact(), "Re: " + head.subject(), words));
        return settle();
    }

    /** The clock moves to the moment of the timer, which rings. */
    public Case rings(String event) {
        var job = cases.engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(head.processInstanceId())
                .activityId(event)
                .timers()
                .singleResult();
        assertThat(job).as("a timer %s is set in %s", event, key()).isNotNull();
        if (job.getDuedate().after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(job.getDuedate());
        }
        cases.engine.getManagementService().executeJob(job.getId());
        return settle();
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

    public Object variable(String name) {
        return cases.engine.getRuntimeService().getVariable(head.processInstanceId(), name);
    }

    public Case endsAs(Status status) {
        assertThat(cases.engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(head.processInstanceId())
                        .count())
                .as("%s has ended", key())
                .isZero();
        assertThat(head().status()).isEqualTo(status);
        return this;
    }

    public List<Message> messages() {
        return cases.conversation.of(key());
    }

    /** The last message that went to the client. */
    public Message lastToClient() {
        return messages().stream()
                .filter(message -> message.direction() == Direction.OUT)
                .reduce((first, second) -> second)
                .orElseThrow(() -> new AssertionError("The client has heard nothing in " + key()));
    }

    public Deadline deadline(String name) {
        return cases.deadlines
                .find(key(), name)
                .orElseThrow(() -> new AssertionError("No deadline " + name + " in " + key()));
    }
}
