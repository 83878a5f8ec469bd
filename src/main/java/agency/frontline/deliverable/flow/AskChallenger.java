package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Puts the draft before one group of colleagues; what they write is theirs until all of it comes together. */
@Component
class AskChallenger implements ExecutionListener {

    private final DeliverableDesk desk;
    private final Notices notices;

    AskChallenger(DeliverableDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateExecution execution) {
        // An empty list, not nothing: Tasklist sends what it gets back by the type of what stood there.
        CHALLENGES.setLocal(execution, Spin.JSON("[]"));
        NOTHING_TO_ADD.setLocal(execution, null);
        CHALLENGER.setLocal(execution, null);
        notices.challengeAsked(
                desk.about(execution),
                SPECIALIST.in(execution).stringValue(),
                PURPOSE.in(execution),
                CHALLENGE_BY.in(execution));
    }
}
