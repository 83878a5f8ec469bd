package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The premise that is worst off counts. */
@Component
class RememberMapping implements TaskListener {

    private final StrategyDesk desk;

    RememberMapping(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        PREMISE_STATE.set(
                execution, desk.mapped(execution, FormAnswers.in(task)).worst());
        desk.done(execution);
    }
}
