package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.text.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Two things at the same moment, and what may come of it, on whichever database. */
abstract class Races {

    @Autowired
    Cases cases;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Autowired
    TaskService tasks;

    @Autowired
    FormService forms;

    @RepeatedTest(5)
    @DisplayName(
            "The follow-up rings while the client's answer arrives: the case goes one way, and the answer is there (P09)")
    void theTimerAndTheClient() throws Exception {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?")
                .does("manager", "diagnoseIssue", diagnosis(Map.of("course", "ANSWER")))
                .does(
                        "manager",
                        "replyToClient",
                        Map.of(
                                "stance", "VIEW",
                                "position", "The launch date holds.",
                                "replyText", "We booked the slot this morning."));
        var timer = issue.timerOf("followUpDue").getId();

        atOnce(
                () -> again(() -> {
                    if (management.createJobQuery().jobId(timer).count() > 0) {
                        management.executeJob(timer);
                    }
                    return null;
                }),
                () -> again(() -> cases.answerTo(issue, "Thank you, that settles it.")));
        issue.settle();

        assertThat(issue.open("followUp") + issue.open("confirmResolution"))
                .as("where %s waits for the manager", issue.key())
                .isEqualTo(1);
        assertThat(issue.messages().stream().filter(message -> message.text().contains("that settles it")))
                .hasSize(1);
        assertThat(history
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(issue.head().processInstanceId())
                        .activityId("clientReplied")
                        .finished()
                        .list()
                        .stream()
                        .filter(wait -> !wait.isCanceled()))
                .as("answers that the model heard")
                .hasSizeLessThanOrEqualTo(1);
    }

    @RepeatedTest(5)
    @DisplayName("A task is given back while its answer comes in: both are told the truth, and so is the history (P08)")
    void givenBackAndCompleted() throws Exception {
        var issue = consulted();
        var task = issue.task("giveOpinion", "planner").getId();
        cases.as("planner", () -> tasks.claim(task, "planner"));

        var answers = atOnce(
                () -> answer(() -> forms.submitTaskForm(
                        task,
                        Map.of(
                                "verdict", "CONFIRMS",
                                "finding", "The slot is free until Friday",
                                "recommendation", "Book it today"))),
                () -> answer(() -> tasks.setAssignee(task, null)));

        var completed = answers.get(0);
        assertThat(answers).as("completed, given back").contains(204).isSubsetOf(204, 409);
        var told = history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
        assertThat("completed".equals(told.getDeleteReason()))
                .as("the history of the task: %s, answered with %s", told.getDeleteReason(), completed)
                .isEqualTo(completed == 204);
        if (completed == 409) {
            assertThat(issue.task("giveOpinion", "planner").getAssignee()).isNull();
        }
    }

    @RepeatedTest(3)
    @DisplayName("A task is given to somebody else while its answer comes in: the history says who did what (P08)")
    void reassignedAndCompleted() throws Exception {
        var issue = consulted();
        var task = issue.task("giveOpinion", "planner").getId();
        cases.as("planner", () -> tasks.claim(task, "planner"));

        var answers = atOnce(
                () -> answer(() -> forms.submitTaskForm(
                        task,
                        Map.of(
                                "verdict", "CONFIRMS",
                                "finding", "The slot is free until Friday",
                                "recommendation", "Book it today"))),
                () -> answer("admin", () -> tasks.setAssignee(task, "planner2")));

        var completed = answers.get(0);
        assertThat(answers).as("completed, reassigned").contains(204).isSubsetOf(204, 409, 403);
        var told = history.createHistoricTaskInstanceQuery().taskId(task).singleResult();
        assertThat("completed".equals(told.getDeleteReason()))
                .as("the history of the task: %s, answered with %s", told.getDeleteReason(), completed)
                .isEqualTo(completed == 204);
        if (answers.get(1) != 204) {
            assertThat(told.getAssignee()).as("who had it").isEqualTo("planner");
        }
        assertThat(issue.settle().open("giveOpinion")).isEqualTo(completed == 204 ? 0 : 1);
    }

    @RepeatedTest(5)
    @DisplayName("A step takes longer than its lock, and another node takes it too: it has one effect (P10)")
    void aJobOnTwoNodes() throws Exception {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?")
                .does("manager", "diagnoseIssue", diagnosis(Map.of("course", "ANSWER")));
        issue.submit(
                "manager",
                "replyToClient",
                Map.of(
                        "stance", "VIEW",
                        "position", "The launch date holds.",
                        "replyText", "We booked the slot this morning."));
        var job = issue.waitingJob();

        atOnce(() -> runs(job), () -> runs(job));
        issue.settle();

        assertThat(management.createJobQuery().jobId(job).count()).isZero();
        assertThat(issue.messages().stream().filter(message -> message.text().contains("The launch date holds.")))
                .as("replies")
                .hasSize(1);
        assertThat(issue.toClient().stream().filter(mail -> mail.text().contains("The launch date holds.")))
                .as("mails with the reply")
                .hasSize(1);
    }

    /** Null if it found the job done, or lost against the other node; whoever loses leaves nothing behind. */
    private Void runs(String job) {
        try {
            management.executeJob(job);
        } catch (RuntimeException e) {
            if (!PassingProblem.is(e) && management.createJobQuery().jobId(job).count() > 0) {
                throw e;
            }
        }
        return null;
    }

    private int answer(Runnable deed) {
        return answer("planner", deed);
    }

    /** What this person is answered over HTTP. */
    private int answer(String user, Runnable deed) {
        try {
            cases.as(user, deed);
            return 204;
        } catch (ProcessEngineException | Refusal e) {
            var problem = Optional.ofNullable(EngineProblem.known(e))
                    .or(() -> Optional.ofNullable(EngineProblem.inItsWords(e)));
            // Whoever asks for a task that is done is told who did it, see EngineRestTest.
            return problem.map(EngineProblem::status)
                    .map(status -> status == 404 ? 409 : status)
                    .orElseThrow(() -> new AssertionError(e));
        }
    }

    private Case consulted() {
        return cases.mailFrom("ceo@birch.example", "Does the plan hold?", "We lost a proposal.")
                .does(
                        "manager",
                        "diagnoseIssue",
                        diagnosis(Map.of(
                                "course",
                                "CONSULT",
                                "specialists",
                                Spin.JSON("[\"planners\"]"),
                                "whatINeed",
                                "Say whether the premise still holds",
                                "toldClient",
                                "I think it holds; a planner looks at it by Friday")))
                .waitsAt("giveOpinion");
    }

    private static Map<String, Object> diagnosis(Map<String, Object> course) {
        var form = new HashMap<String, Object>(Map.of(
                "issueKind", "QUESTION",
                "reallyNeeds", "To know that the launch date holds",
                "unsaid", "none heard",
                "diagnosis", "The print shop has not confirmed the slot",
                "view", "The date holds, with one proof round less",
                "confidence", "MEDIUM"));
        form.putAll(course);
        return form;
    }

    /** As the job executor and the mail do: what passes by itself is tried again. */
    private static <T> T again(Callable<T> deed) throws Exception {
        for (int attempt = 1; ; attempt++) {
            try {
                return deed.call();
            } catch (RuntimeException e) {
                if (attempt == 5 || !PassingProblem.is(e)) {
                    throw e;
                }
            }
        }
    }

    @SafeVarargs
    private static <T> List<T> atOnce(Callable<T>... deeds) throws Exception {
        var barrier = new CyclicBarrier(deeds.length);
        var pool = Executors.newFixedThreadPool(deeds.length);
        try {
            var running = Stream.of(deeds)
                    .map(deed -> pool.submit(() -> {
                        barrier.await(60, TimeUnit.SECONDS);
                        return deed.call();
                    }))
                    .toList();
            var answers = new ArrayList<T>();
            for (var each : running) {
                answers.add(each.get(2, TimeUnit.MINUTES));
            }
            return answers;
        } finally {
            pool.shutdownNow();
        }
    }
}
