package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.notification.Letters;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Everybody who wished something hears what holds now, and who decided it (C-65). */
@Component
class TellRuling implements JavaDelegate {

    private final OnboardingDesk desk;
    private final Wishes wishes;
    private final Letters letters;

    TellRuling(OnboardingDesk desk, Wishes wishes, Letters letters) {
        this.desk = desk;
        this.wishes = wishes;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var letter = wishes.letter(execution);
        letters.note(
                letter,
                "tellRuling",
                letters.phrase(
                        letter,
                        "wishes.ruling",
                        Map.of(
                                "who",
                                wishes.name(execution, DECIDED_BY.in(execution)),
                                "ruling",
                                RULING.in(execution))));
    }
}
