package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.client.Channel;
import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The reminder stands there written; who answers and how is preset as it mostly is. */
@Component
class PrepareClientAnswer implements TaskListener {

    private final DeliverableDesk desk;
    private final Letters letters;

    PrepareClientAnswer(DeliverableDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        CLIENT_ANSWER.clear(execution);
        CLIENT_SAID.clear(execution);
        ANSWERED_BY.set(execution, desk.contact(execution).email());
        ANSWER_CHANNEL.set(execution, Channel.EMAIL);
        REMINDER_TEXT.set(execution, letters.suggestedApprovalReminder(desk.letter(execution)));
    }
}
