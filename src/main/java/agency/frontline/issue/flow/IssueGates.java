package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.client.Channel;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.issue.Closing;
import agency.frontline.issue.Diagnosis;
import agency.frontline.issue.FollowUpAction;
import agency.frontline.issue.Opinion;
import agency.frontline.issue.PromiseOutcome;
import agency.frontline.issue.Reply;
import agency.frontline.lesson.Learned;
import agency.frontline.text.Answers;
import java.util.Map;
import java.util.function.BiConsumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What each task of a client issue must have before it is done (processes.md, Gates). The rules are the domain's. */
@Component
class IssueGates implements TaskGate {

    private final IssueDesk desk;
    private final Map<String, BiConsumer<DelegateTask, Answers>> gates = Map.ofEntries(
            gate("diagnoseIssue", this::diagnosis),
            gate("triageEmergency", this::triage),
            gate("giveOpinion", (task, answers) -> Opinion.from(answers)),
            gate("clarifyHandOver", (task, answers) -> clarification(answers)),
            gate("replyToClient", this::reply),
            gate("keepPromise", (task, answers) -> promise(answers)),
            gate("followUp", this::followUp),
            gate("confirmResolution", this::closing),
            gate("captureLesson", (task, answers) -> Learned.from(answers)),
            gate("sendUpdate", (task, answers) -> update(answers)),
            gate("reachClientAnotherWay", (task, answers) -> reach(answers)));

    IssueGates(IssueDesk desk) {
        this.desk = desk;
    }

    private static Map.Entry<String, BiConsumer<DelegateTask, Answers>> gate(
            String step, BiConsumer<DelegateTask, Answers> check) {
        return Map.entry(step, check);
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && gates.containsKey(taskKey);
    }

    @Override
    public void check(DelegateTask task) {
        gates.get(task.getTaskDefinitionKey()).accept(task, FormAnswers.in(task));
    }

    /** Whoever calls it an emergency only says why; the specialists come first, the diagnosis comes back (C-07). */
    private void diagnosis(DelegateTask task, Answers answers) {
        if (answers.flag(EMERGENCY.name())) {
            answers.required(EMERGENCY_REASON.name(), "Say why this cannot wait for a diagnosis.");
            if (!desk.isTriaged(task.getExecution())) {
                answers.done();
                return;
            }
        }
        Diagnosis.from(answers, desk.clientWords(desk.key(task)), desk.today(task.getExecution()));
    }

    private void triage(DelegateTask task, Answers answers) {
        Diagnosis.triage(answers, desk.today(task.getExecution()));
    }

    private void reply(DelegateTask task, Answers answers) {
        var execution = task.getExecution();
        Reply.from(answers, ISSUE_KIND.in(execution), desk.colleagueIds(execution)::contains, desk.today(execution));
    }

    private void closing(DelegateTask task, Answers answers) {
        var execution = task.getExecution();
        Closing.from(
                answers,
                ISSUE_KIND.find(execution).orElse(null),
                CLIENT_SPOKE.find(execution).orElse(true));
    }

    private static void clarification(Answers answers) {
        answers.required("clarification", "Say what you mean, so that the specialist can work with it.");
        answers.done();
    }

    private static void promise(Answers answers) {
        var outcome = answers.requiredChoice("promiseOutcome", PromiseOutcome.class, "Say how the promise ended.");
        if (outcome != null && outcome != PromiseOutcome.KEPT) {
            answers.required("promiseNote", "Say what the client was told about it.");
        }
        answers.done();
    }

    private void followUp(DelegateTask task, Answers answers) {
        var action = answers.requiredChoice("followUpAction", FollowUpAction.class, "Say what you do.");
        if (action == FollowUpAction.SEND_CHASER) {
            answers.required("chaserText", "Write the reminder.");
        }
        if (action == FollowUpAction.CLIENT_SPOKE) {
            if (!CLIENT_SPOKE.find(task).orElse(false)) {
                answers.required("clientSaid", "Write down what the client said, in their words.");
            }
            if (!answers.text("clientSaid").isEmpty()) {
                answers.requiredChoice("clientSaidChannel", Channel.class, "Say how they said it.");
            }
        }
        answers.day("followUpOn");
        answers.done();
    }

    private static void update(Answers answers) {
        answers.required("updateText", "Write a line for the client.");
        answers.done();
    }

    private static void reach(Answers answers) {
        answers.requiredChoice("reachedBy", Channel.class, "Say how you reached them.");
        answers.required("reachedText", "Write down what was said.");
        answers.done();
    }
}
