package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Each review begins with an open mind: what was said the time before stands above, not in the fields. */
@Component
class PrepareReview implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        RESCUE_VERDICT.clear(execution);
        REASON.clear(execution);
        REVIEW_ON.clear(execution);
    }
}
