package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.strategy.PlanImpact;
import agency.frontline.strategy.Resets;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** What the table makes of it, with its reason (C-88). */
@Component
class ImpactAssessed implements ExecutionListener {

    private final StrategyDesk desk;
    private final Resets resets;

    ImpactAssessed(StrategyDesk desk, Resets resets) {
        this.desk = desk;
        this.resets = resets;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var judged = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
        var impact = PlanImpact.valueOf(judged.getEntry(PLAN_IMPACT.name()));
        PLAN_IMPACT.set(execution, impact);
        PLAN_IMPACT_WHY.set(execution, judged.getEntry(PLAN_IMPACT_WHY.name()));
        resets.assessed(desk.key(execution), impact, PLAN_IMPACT_WHY.in(execution));
    }
}
