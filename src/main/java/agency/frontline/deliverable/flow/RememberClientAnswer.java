package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.deliverable.ClientAnswer;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.engine.CurrentPerson;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps what the client said, with their words; what they said in person stands in the conversation from now on. */
@Component
class RememberClientAnswer implements TaskListener {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;
    private final Conversation conversation;
    private final CaseRegister register;
    private final CurrentPerson person;

    RememberClientAnswer(
            DeliverableDesk desk,
            Deliverables deliverables,
            Conversation conversation,
            CaseRegister register,
            CurrentPerson person) {
        this.desk = desk;
        this.deliverables = deliverables;
        this.conversation = conversation;
        this.register = register;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var answer = CLIENT_ANSWER.in(execution);
        if (answer == ClientAnswer.SILENT) {
            return;
        }
        var key = desk.key(task);
        var head = register.get(key);
        var who = ANSWERED_BY.find(execution).orElse(head.contact());
        var channel = ANSWER_CHANNEL.find(execution).orElse(Channel.EMAIL);
        var said = CLIENT_SAID.find(execution).orElse("").strip();
        if (!said.isEmpty()) {
            conversation.record(new Message(
                    key,
                    desk.now(),
                    Direction.IN,
                    channel,
                    who,
                    person.id().orElse(task.getAssignee()),
                    head.subject(),
                    said,
                    null));
        }
        var words = Stream.of(said, CLIENT_WORDS.find(execution).orElse(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n---\n\n"));
        deliverables.answered(key, desk.version(execution), answer, desk.nameAtClient(execution, who), channel, words);
        if (answer == ClientAnswer.CHANGES) {
            CLIENT_WORDS.set(execution, words);
            register.moveTo(key, Status.OPEN);
            desk.expectDraft(execution);
        }
    }
}
