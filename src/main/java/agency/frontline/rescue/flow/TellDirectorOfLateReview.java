package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody looked at it still; the director who stands for the account hears it. */
@Component
class TellDirectorOfLateReview implements JavaDelegate {

    private final RescueDesk desk;
    private final Notices notices;

    TellDirectorOfLateReview(RescueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.rescueReviewOverdue(desk.about(execution), SPONSOR.in(execution), REVIEW_BY.in(execution));
    }
}
