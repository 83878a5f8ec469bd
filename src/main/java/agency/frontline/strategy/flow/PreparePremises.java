package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The premises as they stand, with what was learned of them. */
@Component
class PreparePremises implements TaskListener {

    private final StrategyDesk desk;

    PreparePremises(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        PREMISES.set(
                execution,
                StrategyDesk.json(desk.nextVersion(execution, FormAnswers.in(execution))
                        .answers()
                        .rows(PREMISES.name())));
    }
}
