package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.client.Channel;
import agency.frontline.deliverable.Challenge;
import agency.frontline.deliverable.ClientAnswer;
import agency.frontline.deliverable.Draft;
import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.text.Answers;
import java.util.Map;
import java.util.function.Consumer;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What each task of a review must have before it is done; the rules are the domain's and the tables'. */
@Component
class DeliverableGates implements TaskGate {

    private final DeliverableDesk desk;
    private final Map<String, Consumer<DelegateTask>> gates = Map.of(
            "draftDeliverable", this::draft,
            "challengeDeliverable", task -> Challenge.from(FormAnswers.in(task)),
            "stateOpinion", task -> desk().statement(task),
            "standBehindIt", task -> desk().signature(task),
            "recordClientAnswer", this::answer);

    DeliverableGates(DeliverableDesk desk) {
        this.desk = desk;
    }

    private DeliverableDesk desk() {
        return desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && gates.containsKey(taskKey);
    }

    @Override
    public void check(DelegateTask task) {
        gates.get(task.getTaskDefinitionKey()).accept(task);
    }

    private void draft(DelegateTask task) {
        Draft.from(FormAnswers.in(task), desk.room(task.getExecution()));
    }

    private void answer(DelegateTask task) {
        var answers = FormAnswers.in(task);
        var answer = answers.requiredChoice(
                CLIENT_ANSWER.name(), ClientAnswer.class, "Say what the client says, or send the reminder.");
        if (answer == ClientAnswer.SILENT) {
            answers.required(REMINDER_TEXT.name(), "Write the reminder.");
        } else if (answer != null) {
            said(task, answers, answer);
        }
        answers.done();
    }

    private void said(DelegateTask task, Answers answers, ClientAnswer answer) {
        if (answer != ClientAnswer.APPROVED && answers.text(CLIENT_WORDS.name()).isEmpty()) {
            answers.required(
                    CLIENT_SAID.name(),
                    answer == ClientAnswer.CHANGES
                            ? "Write down what is to change, in their words; whoever drafts works with them."
                            : "Write down why, in their words.");
        }
        answers.choice(ANSWER_CHANNEL.name(), Channel.class);
        var who = answers.text(ANSWERED_BY.name());
        if (!who.isEmpty()
                && desk.client(task.getExecution()).contacts().stream()
                        .noneMatch(known -> known.email().equalsIgnoreCase(who))
                && !who.equalsIgnoreCase(desk.theCase(task.getExecution()).contact())) {
            answers.refuse(ANSWERED_BY.name(), "There is nobody " + who + " at this client; choose one of its people.");
        }
    }
}
