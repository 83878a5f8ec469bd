package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.onboarding.PlanDecision;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A plan that was accepted against the table keeps who did so and why. */
@Component
class RememberWeighing implements TaskListener {

    private final OnboardingDesk desk;
    private final CaseNotes notes;
    private final CurrentPerson person;

    RememberWeighing(OnboardingDesk desk, CaseNotes notes, CurrentPerson person) {
        this.desk = desk;
        this.notes = notes;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        if (PLAN_DECISION.in(execution) == PlanDecision.ACCEPT) {
            notes.add(
                    desk.key(execution),
                    person.id().orElse(DIRECTOR.in(execution)),
                    "UNREALISTIC_PLAN_ACCEPTED",
                    PLAN_DECISION_REASON.in(execution));
        }
    }
}
