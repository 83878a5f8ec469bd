package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The plan says what was decided, in a version of its own (C-75). */
@Component
class UpdatePlan implements JavaDelegate {

    private final StrategyDesk desk;
    private final Plans plans;

    UpdatePlan(StrategyDesk desk, Plans plans) {
        this.desk = desk;
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var room = desk.room(execution).later();
        plans.record(
                desk.client(execution),
                PlanDraft.from(
                        desk.nextVersion(execution, FormAnswers.in(execution)).answers(), room),
                desk.plan(execution).version(),
                OWNER.in(execution),
                desk.key(execution));
    }
}
