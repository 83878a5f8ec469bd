package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.client.plan.PremiseState;
import agency.frontline.engine.FormAnswers;
import agency.frontline.strategy.Option;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** The options get their letters, and whatever was judged of earlier ones is forgotten. */
@Component
class RememberOptions implements TaskListener {

    private final StrategyDesk desk;

    RememberOptions(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        OPTIONS.set(execution, StrategyDesk.json(StrategyDesk.rows(Option.from(FormAnswers.in(task)))));
        JUDGED_OPTIONS.set(execution, Spin.JSON("[]"));
        CHANGE_ORDERS.set(execution, Spin.JSON("[]"));
        CHANGE_ORDER_NEEDED.set(execution, false);
        PREMISES_REWRITTEN.set(execution, false);
        // What fails is not patched by whoever proposes (C-83).
        if (PREMISE_STATE.find(execution).filter(PremiseState.FAILS::equals).isPresent()) {
            PREMISES_CHANGE.set(execution, true);
        }
        desk.done(execution);
    }
}
