package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The day of the review has passed; the owner hears it first. */
@Component
class TellOwnerOfLateReview implements JavaDelegate {

    private final RescueDesk desk;
    private final Notices notices;

    TellOwnerOfLateReview(RescueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.rescueReviewOverdue(desk.about(execution), OWNER.in(execution), REVIEW_BY.in(execution));
    }
}
