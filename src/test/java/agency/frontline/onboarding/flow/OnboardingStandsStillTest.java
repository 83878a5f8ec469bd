package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("An onboarding that stands still shows itself")
class OnboardingStandsStillTest {

    @Autowired
    private Cases cases;

    @Test
    @DisplayName("its owner hears first, then the director, each once; and again only after something has moved")
    void onceForEachStandstill() {
        var onboarding = cases.started("manager", "clientOnboarding", won(cases.newCode("ASH")));
        onboarding.rings("onboardingBehind");
        assertThat(onboarding.variable("pace")).isEqualTo("BEHIND");
        onboarding.rings("onboardingStuck");
        assertThat(onboarding.variable("pace")).isEqualTo("STUCK");
        assertThat(onboarding.told("manager")).containsExactly("onboardingBehind");
        assertThat(onboarding.told("director")).containsExactly("onboardingStuck");
        assertThat(onboarding.timer("onboardingStuck")).isNull();
        assertThat(onboarding.shown("manager", "registerClient", "progressText"))
                .isEqualTo("0 % done, stuck.");

        onboarding.does("manager", "registerClient", registered("PROJECT"));
        assertThat(onboarding.variable("pace")).isEqualTo("ON_TRACK");
        assertThat((String) onboarding.shown("manager", "meetContacts", "progressText"))
                .contains("% done, on track.");
        onboarding.rings("onboardingBehind");
        assertThat(onboarding.told("manager")).containsExactly("onboardingBehind", "onboardingBehind");
        assertThat(onboarding.told("director")).containsExactly("onboardingStuck");
    }

    @Test
    @DisplayName("business days of the client count: over a weekend nobody is late")
    void businessDays() {
        var onboarding = cases.started("manager", "clientOnboarding", won(cases.newCode("ASH")));
        onboarding.does("manager", "registerClient", registered("RETAINER"));
        // Monday 09:30; a gold retainer is behind after three business days and stuck after six.
        var monday = cases.now();
        assertThat(onboarding.timer("onboardingBehind")).isEqualTo(monday.plus(Duration.ofDays(3)));
        assertThat(onboarding.timer("onboardingStuck")).isEqualTo(monday.plus(Duration.ofDays(8)));
    }
}
