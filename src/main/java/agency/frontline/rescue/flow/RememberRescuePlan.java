package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.rescue.Rescues;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What was agreed is kept, and its days become dates that are watched (C-35). */
@Component
class RememberRescuePlan implements TaskListener {

    private final RescueDesk desk;
    private final Rescues rescues;

    RememberRescuePlan(RescueDesk desk, Rescues rescues) {
        this.desk = desk;
        this.rescues = rescues;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        var plan = desk.plan(task);
        rescues.agree(desk.key(execution), plan);
        var visitBy = desk.endOf(execution, plan.visitOn());
        VISIT_BY.set(execution, visitBy);
        VISIT_MISSED_AT.set(execution, desk.missedAt(execution, visitBy));
        var reviewBy = desk.endOf(execution, plan.reviewOn());
        REVIEW_BY.set(execution, reviewBy);
        REVIEW_MISSED_AT.set(execution, desk.missedAt(execution, reviewBy));
    }
}
