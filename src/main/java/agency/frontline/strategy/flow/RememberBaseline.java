package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The plan the client bought into becomes its first version (C-75). */
@Component
class RememberBaseline implements TaskListener {

    private final StrategyDesk desk;
    private final Plans plans;
    private final CurrentPerson person;

    RememberBaseline(StrategyDesk desk, Plans plans, CurrentPerson person) {
        this.desk = desk;
        this.plans = plans;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        plans.record(
                desk.client(execution),
                PlanDraft.from(FormAnswers.in(task), desk.room(execution)),
                0,
                person.id().orElse(OWNER.in(execution)),
                desk.key(execution));
        PLAN_AGREED.set(execution, true);
        desk.done(execution);
    }
}
