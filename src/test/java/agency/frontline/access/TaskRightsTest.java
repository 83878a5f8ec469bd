package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.FrontlineTest;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.text.Refusal;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("Own clients are tenants, and a task is done by whom it is given or offered to")
class TaskRightsTest {

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    FormService forms;

    @Autowired
    HistoryService history;

    @Autowired
    FilterService filters;

    @Autowired
    AuthorizationService authorizations;

    /** A Monday that no story uses, for there are more tests here than years for stories of their own. */
    @BeforeEach
    void itIsMonday() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-02-03T09:30:00Z")));
    }

    @AfterEach
    void itIsToday() {
        ClockUtil.reset();
    }

    @Test
    void aManagerSeesTheirOwnClientsTasksAndNoOthers() {
        var birch = cases.mailFrom("ceo@birch.example", "Rights: whose task", "Whose is this?");
        var maple = cases.mailFrom("brand@maple.example", "Rights: whose task", "And this?");

        assertThat(seen("manager", birch)).containsExactly("diagnoseIssue");
        assertThat(seen("manager", maple)).isEmpty();
        assertThat(seen("manager2", maple)).containsExactly("diagnoseIssue");
        assertThat(seen("manager2", birch)).isEmpty();
        assertThat(seen("director", birch)).containsExactly("diagnoseIssue");
        assertThat(seen("director", maple)).containsExactly("diagnoseIssue");
        assertThat(seen("auditor", birch)).containsExactly("diagnoseIssue");
        for (var user : List.of("planner", "media", "owner", "intake", "admin")) {
            assertThat(seen(user, birch)).as(user).isEmpty();
        }
    }

    @Test
    void aSpecialistSeesWhatIsOfferedToTheirGroupAndTheWordsBehindIt() {
        var issue = consulting("planners");
        var task = task(issue, "giveOpinion");

        assertThat(seen("planner", issue)).containsExactly("giveOpinion");
        assertThat(seen("writer", issue)).isEmpty();
        assertThat(cases.as("planner", () -> forms.getTaskFormVariables(task))).containsKey("clientWords");
        assertThat(cases.as("planner", () -> variables(issue))).isPositive();
        assertThat(cases.as("writer", () -> variables(issue))).isZero();
        assertThat(cases.as("owner", () -> variables(issue))).isZero();
        refused(Refusal.Kind.NOT_FOUND, () -> as("writer", () -> forms.getTaskFormVariables(task)));
    }

    @Test
    void aTaskThatIsOfferedIsDoneByItsGroupOnly() {
        var issue = consulting("planners");
        var task = task(issue, "giveOpinion");

        refused(Refusal.Kind.NOT_ALLOWED, () -> as("manager", () -> complete(task)));
        refused(Refusal.Kind.NOT_ALLOWED, () -> as("manager", () -> claim(task, "manager")));
        refused(Refusal.Kind.NOT_ALLOWED, () -> as("director", () -> complete(task)));
        refused(Refusal.Kind.NOT_FOUND, () -> as("writer", () -> complete(task)));
        refused(Refusal.Kind.NOT_FOUND, () -> as("manager2", () -> complete(task)));
        refused(Refusal.Kind.NOT_ALLOWED, () -> as("planner", () -> claim(task, "manager")));

        as("planner", () -> claim(task, "planner"));
        refused(Refusal.Kind.NOT_FOUND, () -> as("writer", () -> claim(task, "writer")));
        refused(Refusal.Kind.TOO_LATE, () -> as("manager", () -> claim(task, "manager")));
        as("planner", () -> giveBack(task));
        assertThat(tasks.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isNull();
        issue.does(
                "planner",
                "giveOpinion",
                Map.of("verdict", "CONFIRMS", "finding", "It is free", "recommendation", "Book it"));
        assertThat(seen("planner", issue)).isEmpty();
    }

    @Test
    void anAssignedTaskIsDoneByItsOwnerOrADirector() {
        var issue = cases.mailFrom("ceo@birch.example", "Rights: assigned", "Who answers me?");
        var task = task(issue, "diagnoseIssue");

        refused(Refusal.Kind.NOT_FOUND, () -> as("planner", () -> complete(task)));
        refused(Refusal.Kind.NOT_FOUND, () -> as("manager2", () -> complete(task)));
        refused(Refusal.Kind.NOT_ALLOWED, () -> as("auditor", () -> complete(task)));
        as("manager", () -> giveBack(task));
        refused(Refusal.Kind.NOT_ALLOWED, () -> as("auditor", () -> claim(task, "auditor")));
        as("manager", () -> claim(task, "manager"));

        issue.does("director", "diagnoseIssue", diagnosis());
        issue.waitsAt("replyToClient");
    }

    @Test
    void whoIsGivenATaskAtAnothersClientSeesThatTaskAndNothingElse() {
        var other = cases.mailFrom("ceo@birch.example", "Rights: not theirs", "Is this hidden?");
        var issue = cases.mailFrom("ceo@birch.example", "Rights: handed over", "Who is it now?");
        var task = task(issue, "diagnoseIssue");
        tasks.setAssignee(task, "manager2");

        assertThat(seen("manager2", issue)).containsExactly("diagnoseIssue");
        assertThat(seen("manager2", other)).isEmpty();
        assertThat(cases.as("manager2", () -> forms.getTaskFormVariables(task))).containsKey("clientWords");
        refused(Refusal.Kind.NOT_ALLOWED, () -> as("manager", () -> complete(task)));
        issue.does("manager2", "diagnoseIssue", diagnosis()).waitsAt("replyToClient");
        assertThat(seen("manager2", issue)).isEmpty();
    }

    @Test
    void aSpecialistAnswersNoClientEvenIfTheTaskIsGivenToThem() {
        var issue = cases.mailFrom("ceo@birch.example", "Rights: answered by", "Who answers?")
                .does("manager", "diagnoseIssue", diagnosis());
        var task = task(issue, "replyToClient");
        tasks.setAssignee(task, "writer");

        refused(
                Refusal.Kind.NOT_ALLOWED,
                () -> as(
                        "writer",
                        () -> forms.submitTaskForm(
                                task,
                                Map.of("stance", "VIEW", "position", "It holds.", "replyText", "We booked it."))));
        issue.waitsAt("replyToClient");
    }

    @Test
    void nobodyGoesBySideDoors() {
        var issue = cases.mailFrom("ceo@birch.example", "Rights: side doors", "Anything else?");
        var task = task(issue, "diagnoseIssue");
        var instance = issue.head().processInstanceId();

        refused(
                Refusal.Kind.NOT_ALLOWED,
                () -> as("manager", () -> runtime.createMessageCorrelation("clientIssue.withdrawn")
                        .processInstanceId(instance)
                        .correlate()));
        refused(
                Refusal.Kind.NOT_ALLOWED,
                () -> as("manager", () -> runtime.createProcessInstanceByKey("clientIssue")
                        .startBeforeActivity("captureLesson")
                        .execute()));
        refused(
                Refusal.Kind.NOT_ALLOWED,
                () -> as("manager", () -> tasks.handleEscalation(task, "promisesMade", Map.of())));
        refused(Refusal.Kind.NOT_ALLOWED, () -> as("manager", () -> tasks.resolveTask(task, Map.of())));
        refused(Refusal.Kind.NOT_FOUND, () -> as("manager2", () -> tasks.createComment(task, instance, "I was here")));
        refused(Refusal.Kind.NOT_FOUND, () -> as("planner", () -> tasks.getTaskComments(task)));
        refused(
                Refusal.Kind.NOT_ALLOWED, // however long what is said of it (D08)
                () -> as(
                        "manager",
                        () -> tasks.createAttachment(
                                "note", task, instance, "x", "x".repeat(4001), "http://x.example")));
        refused(Refusal.Kind.NOT_FOUND, () -> as("manager2", () -> runtime.getVariables(instance)));
        refused(
                Refusal.Kind.NOT_ALLOWED,
                () -> as("manager", () -> runtime.setVariable(instance, "owner", "manager2")));
        assertThatThrownBy(() -> as("manager", () -> tasks.setAssignee(task, "manager2")))
                .hasMessageContaining("TASK_ASSIGN");
        assertThatThrownBy(() -> as("director", () -> runtime.deleteProcessInstance(instance, "gone")))
                .hasMessageContaining("DELETE");
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void aProcessOwnerRetriesAndMovesCasesAndWritesNothingIntoThem() {
        var issue = cases.mailFrom("ceo@birch.example", "Rights: retried", "Is it stuck?");
        var instance = issue.head().processInstanceId();
        var job = management
                .createJobQuery()
                .processInstanceId(instance)
                .listPage(0, 1)
                .get(0)
                .getId();
        var definition = runtime.createProcessInstanceQuery()
                .processInstanceId(instance)
                .singleResult()
                .getProcessDefinitionId();
        Supplier<MigrationPlanBuilder> plan =
                () -> runtime.createMigrationPlan(definition, definition).mapEqualActivities();

        as("owner", () -> management.setJobRetries(job, 3));
        assertThatThrownBy(() -> as("manager", () -> management.setJobRetries(job, 3)))
                .hasMessageContaining("RETRY_JOB");
        assertThatThrownBy(() -> as("owner", () -> management.setJobDuedate(job, new Date(0))))
                .hasMessageContaining("UPDATE");
        as("owner", () -> runtime.newMigration(plan.get().build())
                .processInstanceIds(instance)
                .execute());
        assertThatThrownBy(() ->
                        as("manager", () -> runtime.newMigration(plan.get().build())
                                .processInstanceIds(instance)
                                .execute()))
                .hasMessageContaining("MIGRATE_INSTANCE");
        refused(
                Refusal.Kind.BAD_INPUT,
                () -> as("owner", () -> runtime.newMigration(plan.get()
                                .setVariables(Map.of("owner", "manager2"))
                                .build())
                        .processInstanceIds(instance)
                        .execute()));
    }

    @Test
    void historyIsHiddenLikeTheCaseItself() {
        var issue = cases.mailFrom("ceo@birch.example", "Rights: history", "What was it?");
        var instance = issue.head().processInstanceId();
        Supplier<Long> steps = () -> history.createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .count();
        Supplier<Long> words = () -> history.createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .count();
        Supplier<Long> rules = () -> history.createHistoricDecisionInstanceQuery()
                .processInstanceId(instance)
                .count();

        for (var each : List.of(steps, words, rules)) {
            assertThat(cases.as("manager", each)).isPositive();
            assertThat(cases.as("auditor", each)).isPositive();
            assertThat(cases.as("manager2", each)).isZero();
            assertThat(cases.as("owner", each)).isZero();
            assertThat(cases.as("planner", each)).isZero();
        }
        assertThat(cases.as("owner", () -> runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void theFiltersOfTasklistFindWhatTheirNamesSay() {
        var issue = consulting("media-specialists");

        assertThat(listed("media", "Offered to me", issue)).containsExactly("giveOpinion");
        assertThat(listed("media", "My tasks", issue)).isEmpty();
        assertThat(listed("manager", "Offered to me", issue)).isEmpty();
        assertThat(listed("manager", "My clients' open tasks", issue)).containsExactly("giveOpinion");
        as("media", () -> claim(task(issue, "giveOpinion"), "media"));
        assertThat(listed("media", "My tasks", issue)).containsExactly("giveOpinion");
        assertThat(listed("media", "Offered to me", issue)).isEmpty();
    }

    @Test
    void noCaseLeavesARowOfRightsBehind() {
        var before = authorizations.createAuthorizationQuery().count();

        consulting("planners", "writers");

        assertThat(authorizations.createAuthorizationQuery().count()).isEqualTo(before);
        assertThat(authorizations.createAuthorizationQuery().list())
                .filteredOn(
                        right -> right.getUserId() != null || right.getResourceType() == Resources.TASK.resourceType())
                .extracting(Authorization::getId)
                .isEmpty();
    }

    private Case consulting(String... groups) {
        var asked = Spin.JSON("[]");
        for (var group : groups) {
            asked.append(group);
        }
        var form = diagnosis();
        form.put("course", "CONSULT");
        form.put("specialists", asked);
        form.put("whatINeed", "Can we book the other slot?");
        form.put("toldClient", "I think the date holds; I ask our people and come back tomorrow.");
        return cases.mailFrom("ceo@birch.example", "Rights: consult", "Does the date hold?")
                .does("manager", "diagnoseIssue", form);
    }

    private static Map<String, Object> diagnosis() {
        return new HashMap<>(Map.of(
                "issueKind", "QUESTION",
                "reallyNeeds", "To know that the launch date holds",
                "unsaid", "none heard",
                "diagnosis", "The print shop has not confirmed the slot",
                "view", "The date holds, with one proof round less",
                "confidence", "MEDIUM",
                "course", "ANSWER"));
    }

    private List<String> seen(String user, Case issue) {
        return cases.as(
                user,
                () ->
                        tasks
                                .createTaskQuery()
                                .processInstanceId(issue.head().processInstanceId())
                                .listPage(0, 50)
                                .stream()
                                .map(Task::getTaskDefinitionKey)
                                .toList());
    }

    private List<String> listed(String user, String filter, Case issue) {
        return cases.as(user, () -> {
            var id = filters.createTaskFilterQuery()
                    .filterName(filter)
                    .listPage(0, 1)
                    .get(0)
                    .getId();
            return filters
                    .<Task, TaskQuery>listPage(
                            id,
                            tasks.createTaskQuery()
                                    .processInstanceId(issue.head().processInstanceId()),
                            0,
                            50)
                    .stream()
                    .map(Task::getTaskDefinitionKey)
                    .toList();
        });
    }

    private String task(Case issue, String step) {
        return tasks.createTaskQuery()
                .processInstanceId(issue.head().processInstanceId())
                .taskDefinitionKey(step)
                .singleResult()
                .getId();
    }

    private long variables(Case issue) {
        return runtime.createVariableInstanceQuery()
                .processInstanceIdIn(issue.head().processInstanceId())
                .count();
    }

    private void complete(String task) {
        tasks.complete(task);
    }

    private void claim(String task, String user) {
        tasks.claim(task, user);
    }

    private void giveBack(String task) {
        tasks.setAssignee(task, null);
    }

    private void as(String user, Runnable deed) {
        cases.as(user, deed);
    }

    /** The engine wraps what its listeners throw. */
    private static void refused(Refusal.Kind kind, ThrowingCallable deed) {
        assertThatThrownBy(deed)
                .satisfiesAnyOf(thrown -> isRefusal(thrown, kind), thrown -> isRefusal(thrown.getCause(), kind));
    }

    private static void isRefusal(Throwable thrown, Refusal.Kind kind) {
        assertThat(thrown).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.kind())
                .isEqualTo(kind));
    }
}
