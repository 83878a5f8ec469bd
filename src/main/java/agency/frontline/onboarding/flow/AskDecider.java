package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.ContactProfiles;
import agency.frontline.notification.Letters;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Both wishes, fairly told, to the one at the client who was named to decide (C-65). */
@Component
class AskDecider implements JavaDelegate {

    private static final int RULING_DAYS = 3;

    private final OnboardingDesk desk;
    private final Wishes wishes;
    private final ContactProfiles profiles;
    private final Letters letters;

    AskDecider(OnboardingDesk desk, Wishes wishes, ContactProfiles profiles, Letters letters) {
        this.desk = desk;
        this.wishes = wishes;
        this.profiles = profiles;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var decider = profiles.decider(desk.client(execution)).orElseGet(() -> desk.lead(execution));
        var letter = desk.letter(execution, decider, List.of());
        letters.note(
                letter,
                "askDecider",
                letters.phrase(letter, "wishes.ask", Map.of("wishes", wishes.inWords(execution))));
        DECIDER.setLocal(execution, decider.email());
        RULING_BY.setLocal(execution, desk.calendar(execution).plusBusinessDays(desk.now(), RULING_DAYS));
    }
}
