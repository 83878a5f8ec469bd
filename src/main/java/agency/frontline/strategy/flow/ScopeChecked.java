package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.strategy.ScopeVerdict;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** What the table makes of an option, with its reason; what goes beyond the agreed needs a change order (F11). */
@Component
class ScopeChecked implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        var judged = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        String verdict = judged.getEntry(SCOPE_VERDICT.name());
        var option = Spin.JSON(OPTION.in(execution).toString())
                .prop(SCOPE_VERDICT.name(), verdict)
                .prop(SCOPE_VERDICT_WHY.name(), judged.<String>getEntry(SCOPE_VERDICT_WHY.name()));
        JUDGED_OPTIONS.set(
                execution, Spin.JSON(JUDGED_OPTIONS.in(execution).toString()).append(option));
        if (ScopeVerdict.valueOf(verdict) == ScopeVerdict.CHANGE_ORDER) {
            CHANGE_ORDERS.set(
                    execution, Spin.JSON(CHANGE_ORDERS.in(execution).toString()).append(option));
            CHANGE_ORDER_NEEDED.set(execution, true);
        }
    }
}
