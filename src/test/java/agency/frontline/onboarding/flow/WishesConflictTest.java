package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Two people at the client want different things")
class WishesConflictTest {

    @Autowired
    private Cases cases;

    @Autowired
    private OnboardingApi api;

    @Autowired
    private CaseNotes notes;

    @Test
    @DisplayName("the one who was named is asked, and both hear what holds now (C-65)")
    void theDeciderDecides() {
        var client = cases.clientLike("BIRCH");
        var onboarding = asFarAsPledge(cases, client.code(), false);
        var first = client.contacts().get(0);
        var second = client.contacts().get(1);
        conflict(onboarding, first.email(), "The shop first.", second.email(), "The home page first.");
        onboarding.settle().waitsAt("recordRuling", "agreeServicePledge");
        var asked = onboarding.lastToClient();
        assertThat(asked.to()).singleElement().satisfies(to -> assertThat(to.address())
                .isEqualTo(first.email()));
        assertThat(asked.text()).contains(first.name() + ": The shop first.", second.name() + ": The home page first.");
        assertThat((String) onboarding.shown("manager", "recordRuling", "wishesText"))
                .contains("The shop first.");
        onboarding.refuses("manager", "recordRuling", new HashMap<>(Map.of("decidedBy", first.email())), "ruling");
        onboarding
                .does(
                        "manager",
                        "recordRuling",
                        new HashMap<>(
                                Map.of("decidedBy", first.email(), "ruling", "The shop, and then the home page.")))
                .isNotWaitingAt("recordRuling");
        assertThat(onboarding.lastToClient().to())
                .extracting(to -> to.address())
                .containsExactlyInAnyOrder(first.email(), second.email());
        assertThat(onboarding.lastToClient().text())
                .contains(first.name() + " has decided", "The shop, and then the home page.");
        assertThat(notes.of(onboarding.key()))
                .extracting(CaseNotes.Note::kind)
                .containsExactly("WISHES_CONFLICT", "WISHES_DECIDED");
    }

    @Test
    @DisplayName("a conflict with nobody in it, or with strangers, is refused by name")
    void refused() {
        var client = cases.clientLike("BIRCH");
        var onboarding = asFarAsPledge(cases, client.code(), false);
        var mine = client.contacts().get(0).email();
        assertThat(refusal(onboarding, new OnboardingApi.Conflict(List.of(new OnboardingApi.Wish(mine, "Blue.")))))
                .containsOnlyKeys("wishes");
        assertThat(refusal(
                        onboarding,
                        new OnboardingApi.Conflict(List.of(
                                new OnboardingApi.Wish(mine, " "),
                                new OnboardingApi.Wish("ceo@cedar.example", "Red.")))))
                .containsOnlyKeys("wishes[0].wish", "wishes[1].contact");
    }

    private void conflict(Case onboarding, String one, String wish, String other, String otherWish) {
        cases.as(
                "manager",
                () -> api.conflict(
                        onboarding.key(),
                        new OnboardingApi.Conflict(
                                List.of(new OnboardingApi.Wish(one, wish), new OnboardingApi.Wish(other, otherWish)))));
    }

    private Map<String, String> refusal(Case onboarding, OnboardingApi.Conflict conflict) {
        return Refused.by(() -> cases.as("manager", () -> api.conflict(onboarding.key(), conflict)));
    }
}
