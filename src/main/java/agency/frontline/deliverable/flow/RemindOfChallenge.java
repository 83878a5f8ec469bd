package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The colleagues who were asked and the owner are told, once, that nobody has challenged it yet. */
@Component
class RemindOfChallenge implements JavaDelegate {

    private final DeliverableDesk desk;
    private final Notices notices;

    RemindOfChallenge(DeliverableDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.challengeOverdue(
                desk.about(execution),
                SPECIALIST.in(execution).stringValue(),
                OWNER.in(execution),
                CHALLENGE_BY.in(execution));
    }
}
