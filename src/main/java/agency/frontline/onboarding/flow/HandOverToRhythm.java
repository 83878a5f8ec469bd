package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.pledge.Pledges;
import agency.frontline.notification.Letters;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client hears how it goes on; from here on the rhythm looks after them (C-68). */
@Component
class HandOverToRhythm implements JavaDelegate {

    private final OnboardingDesk desk;
    private final Pledges pledges;
    private final Letters letters;

    HandOverToRhythm(OnboardingDesk desk, Pledges pledges, Letters letters) {
        this.desk = desk;
        this.pledges = pledges;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter = desk.letter(execution, desk.lead(execution), List.of());
        var days = pledges.inForce(CLIENT.in(execution))
                .map(pledge -> String.valueOf(pledge.terms().rhythmDays()))
                .orElse("");
        letters.note(
                letter,
                "handOverToRhythm",
                letters.phrase(letter, days.isEmpty() ? "rhythm.begins" : "rhythm.beginsEvery", Map.of("days", days)));
        desk.standsStillNoMore(execution);
        PROGRESS.set(execution, 100);
    }
}
