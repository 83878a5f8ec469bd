package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client has said nothing for as long as the table gives them. */
@Component
class TellOfSilence implements JavaDelegate {

    private final DeliverableDesk desk;
    private final Notices notices;

    TellOfSilence(DeliverableDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        SILENCES.set(execution, SILENCES.in(execution) + 1);
        notices.approvalSilent(desk.about(execution), OWNER.in(execution), FOLLOW_UP_BY.in(execution));
    }
}
