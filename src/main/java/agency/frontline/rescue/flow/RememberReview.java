package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.rescue.Rescues;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** How it stands and why is kept; where it goes on, the next day is watched (C-35). */
@Component
class RememberReview implements TaskListener {

    private final RescueDesk desk;
    private final Rescues rescues;

    RememberReview(RescueDesk desk, Rescues rescues) {
        this.desk = desk;
        this.rescues = rescues;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        var review = desk.review(task);
        rescues.reviewed(desk.key(execution), review);
        if (review.reviewOn() != null) {
            var reviewBy = desk.endOf(execution, review.reviewOn());
            REVIEW_BY.set(execution, reviewBy);
            REVIEW_MISSED_AT.set(execution, desk.missedAt(execution, reviewBy));
        }
    }
}
