package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.engine.CurrentPerson;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What was decided, by whom, stands in the notes of the case (C-65). */
@Component
class RememberRuling implements TaskListener {

    private final OnboardingDesk desk;
    private final CaseNotes notes;
    private final CurrentPerson person;

    RememberRuling(OnboardingDesk desk, CaseNotes notes, CurrentPerson person) {
        this.desk = desk;
        this.notes = notes;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        notes.add(
                desk.key(execution),
                person.id().orElse(OWNER.in(execution)),
                "WISHES_DECIDED",
                DECIDED_BY.in(execution) + ": " + RULING.in(execution));
    }
}
