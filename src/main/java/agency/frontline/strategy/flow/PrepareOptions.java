package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.client.plan.PremiseState;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Doing nothing stands there already; so do the options of an earlier round (C-86). */
@Component
class PrepareOptions implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        if (OPTIONS.find(execution).isEmpty()) {
            OPTIONS.set(
                    execution,
                    StrategyDesk.json(List.of(
                            Map.of(
                                    "what",
                                    "Do nothing: the plan stays as it is",
                                    "doNothing",
                                    true,
                                    "onSchedule",
                                    "Nothing",
                                    "onScope",
                                    "Nothing",
                                    "hours",
                                    "0",
                                    "money",
                                    "0"),
                            Map.of("doNothing", false))));
        }
        PREMISES_CHANGE.set(
                execution,
                PREMISE_STATE.find(execution).filter(PremiseState.FAILS::equals).isPresent());
    }
}
