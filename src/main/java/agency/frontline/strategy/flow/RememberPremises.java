package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.strategy.Resets;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A planner has written what the strategy stands on; that seniors had to come in is a fact (C-83, C-87). */
@Component
class RememberPremises implements TaskListener {

    private final StrategyDesk desk;
    private final Resets resets;

    RememberPremises(StrategyDesk desk, Resets resets) {
        this.desk = desk;
        this.resets = resets;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        PREMISES_REWRITTEN.set(execution, true);
        resets.seniorsJoined(desk.key(execution));
        desk.done(execution);
    }
}
