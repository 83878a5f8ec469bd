package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.notification.Notices;
import agency.frontline.text.SafeText;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client wrote: the ball is ours from here on, and the owner knows what they said. */
@Component
class TellOfClientAnswer implements JavaDelegate {

    private final DeliverableDesk desk;
    private final CaseRegister register;
    private final Notices notices;

    TellOfClientAnswer(DeliverableDesk desk, CaseRegister register, Notices notices) {
        this.desk = desk;
        this.register = register;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        register.moveTo(desk.key(execution), Status.OPEN);
        notices.clientAnsweredDeliverable(
                desk.about(execution),
                OWNER.in(execution),
                SafeText.line(CLIENT_WORDS.find(execution).orElse(""), 500));
    }
}
