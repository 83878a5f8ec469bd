package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.onboarding.ScheduleAndBudget;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What the table of realism asks for, worked out from what was filled in (C-29, C-30). */
@Component
class RememberScheduleAndBudget implements TaskListener {

    private final OnboardingDesk desk;

    RememberScheduleAndBudget(OnboardingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var today = desk.today(execution);
        var draft = ScheduleAndBudget.from(FormAnswers.in(task), today);
        BUFFER_PERCENT.set(execution, draft.bufferPercent(desk.calendar(execution), today));
        CONTINGENCY_PERCENT.set(execution, draft.contingencyPercent());
        CAPACITY_PERCENT.set(execution, draft.capacityPercent());
    }
}
