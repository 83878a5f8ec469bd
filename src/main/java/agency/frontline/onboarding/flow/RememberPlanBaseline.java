package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The plan everybody bought into becomes its first version (C-75, C-81). */
@Component
class RememberPlanBaseline implements TaskListener {

    private final OnboardingDesk desk;
    private final Plans plans;
    private final CurrentPerson person;

    RememberPlanBaseline(OnboardingDesk desk, Plans plans, CurrentPerson person) {
        this.desk = desk;
        this.plans = plans;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var room = desk.planRoom(execution);
        plans.record(
                desk.client(execution),
                PlanDraft.from(FormAnswers.in(task), room),
                room.before() == null ? 0 : room.before().version(),
                person.id().orElse(OWNER.in(execution)),
                desk.key(execution));
    }
}
