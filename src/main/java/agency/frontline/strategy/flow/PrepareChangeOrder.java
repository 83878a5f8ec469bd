package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Each change is decided afresh. */
@Component
class PrepareChangeOrder implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        CHANGE_ORDER_DECISION.clear(execution);
        CHANGE_ORDER_REASON.clear(execution);
    }
}
