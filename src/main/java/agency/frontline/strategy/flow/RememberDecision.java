package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.strategy.Resets;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The decision can be found again (C-54). */
@Component
class RememberDecision implements TaskListener {

    private final StrategyDesk desk;
    private final Resets resets;

    RememberDecision(StrategyDesk desk, Resets resets) {
        this.desk = desk;
        this.resets = resets;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        resets.decided(desk.key(execution), desk.decided(execution, FormAnswers.in(task)));
    }
}
