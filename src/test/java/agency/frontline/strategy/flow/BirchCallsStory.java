package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.Doubts.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.strategy.DecisionHeld;
import agency.frontline.strategy.Resets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * "The CEO is asking about SEO; she didn't see it in the plan. Plus, they just lost a big proposal." The whole way from the
 * phone to what the client reads and what came of it; told on both databases.
 */
abstract class BirchCallsStory {

    @Autowired
    Cases cases;

    @Autowired
    Doubts doubts;

    @Autowired
    Plans plans;

    @Autowired
    Resets resets;

    private Client client;
    private Case talk;
    private Case reset;

    /** A fortnight before, all was well; then the phone rings. */
    @BeforeEach
    void thePhoneRings() {
        client = doubts.withPlan();
        talk = cases.started("manager", "touchBase", form("contact", ceo(client)))
                .does("manager", "prepareTouchBase", form())
                .does(
                        "manager",
                        "holdTouchBase",
                        form(
                                "channel",
                                "VIDEO",
                                "attendees",
                                list(ceo(client), "manager"),
                                "clientSaid",
                                "The pages are late, but fine.",
                                "sendSummary",
                                false));
        reset = doubts.phoneRings(client);
        reset.does("manager", "listenToClient", heard());
        assertThat((String) reset.shown("manager", "mapToPlan", "heardText"))
                .contains("Fears: " + FEAR, "Asks: " + SEO, "New: " + LOST + " (from Their CEO, on the phone)");
    }

    @Test
    @DisplayName("the plan holds but for one premise: a small correction, without anybody senior")
    void aSmallCorrection() {
        reset.does("manager", "mapToPlan", mapped("WEAKENED")).waitsAt("showHowPlanHolds");
        assertThat((String) reset.shown("manager", "showHowPlanHolds", "impactText"))
                .startsWith("Minor correction: ");
        reset.does("manager", "showHowPlanHolds", sheet());
        assertThat(reset.variable("fearAnswers").toString())
                .as("what was said to each fear stands there already")
                .contains(FEAR);
        reset.does("manager", "recordDecision", smallCorrection()).endsAs(Status.RESOLVED);

        assertThat(reset.outcome("strategyResetOutcome")).isEqualTo("planCorrected");
        var first = plans.version(client.code(), 1).orElseThrow();
        var second = plans.latest(client.code()).orElseThrow();
        assertThat(first.premises().get(1).state()).isEqualTo(PremiseState.HOLDS);
        assertThat(second.version()).isEqualTo(2);
        assertThat(second.premises().get(1).state()).isEqualTo(PremiseState.WEAKENED);
        assertThat(plans.changesOf(second).inWords())
                .hasSize(2)
                .anySatisfy(change -> assertThat(change).contains("P2", "weakened"))
                .anySatisfy(change -> assertThat(change).contains("One article in the building trade press"));
        assertThat(reset.lastToClient().text())
                .contains(
                        FEAR,
                        "By April the two papers your board reads write of you.",
                        SEO,
                        "It is in there; we call it being found.",
                        "The trade press begins with Halden's sector.",
                        "- One article in the building trade press")
                .doesNotContain("Another proposal");
        assertThat(resets.find(reset.key()).orElseThrow().seniorsJoined()).isFalse();
        whatCameOfIt();
    }

    /** Four weeks later somebody looks back. */
    private void whatCameOfIt() {
        var review = cases.openOfClient(client.code(), "decisionReview").get(0).rings("reviewDateCame");
        review.does(
                        "manager",
                        "reviewDecision",
                        form("decisionHeld", "YES", "whatCameOfIt", "The article ran, and Halden's rival called."))
                .endsAs(Status.RESOLVED);
        assertThat(resets.find(reset.key()).orElseThrow().held()).isEqualTo(DecisionHeld.YES);
    }

    @Test
    @DisplayName("a premise fails: options, a change order, a point of view, and a new plan")
    void optionsWithChangeOrder() {
        reset.does("manager", "mapToPlan", mapped("WEAKENED", "GREAT", "GREAT", "NONE"))
                .waitsAt("proposeOptions");
        assertThat(reset.variable("planImpact")).isIn("OPTIONS", "RESET");
        reset.does("manager", "proposeOptions", options(paidSearch("30", "20000"), without(more(), "Landing pages")))
                .waitsAt("approveChangeOrder");
        assertThat((String) reset.shown("director", "approveChangeOrder", "changeText"))
                .contains("Option B: Paid search")
                .doesNotContain("Trade press");
        reset.does("director", "approveChangeOrder", form("changeOrderDecision", "APPROVED"));
        doubts.pointOfViewIsApproved(client);
        reset.settle().does("manager", "noteClientDecision", chose(client, "B"));
        assertThat(reset.shown("manager", "recordDecision", "touchBaseRows").toString())
                .as("the talks in which it could have been seen")
                .contains("\"how\":\"video\"");
        reset.does("manager", "recordDecision", decided(reset, client));
        cases.openOfClient(client.code(), "conferenceReport")
                .get(0)
                .does(
                        "manager",
                        "writeConferenceReport",
                        form("reportAction", "DROP", "reason", "It stands in the decision."));
        reset.settle().endsAs(Status.RESOLVED);

        assertThat(reset.outcome("strategyResetOutcome")).isEqualTo("planReset");
        var plan = plans.latest(client.code()).orElseThrow();
        assertThat(plan.budget().inWords()).isEqualTo("150 hours and 35000 GBP");
        assertThat(plan.scopeIn()).extracting("what").contains("Paid search");
        assertThat(reset.lastToClient().text())
                .contains("New in the plan:\n- Paid search")
                .doesNotContain(SEO);
        assertThat(resets.find(reset.key()).orElseThrow().seniorsJoined()).isTrue();
        assertThat(resets.find(reset.key()).orElseThrow().couldHaveSeen()).contains("in spring");
        assertThat(talk.head().status()).isEqualTo(Status.RESOLVED);
    }

    private Map<String, Object> smallCorrection() {
        return with(
                with(
                        with(decided(reset, client), "decision", "The trade press begins with Halden's sector."),
                        "planTextChanges",
                        true),
                "addToScope",
                "One article in the building trade press");
    }

    private static Map<String, Object> more() {
        return Map.of(
                "what", "More trade press",
                "doNothing", false,
                "onGoals", "Known in two sectors by May",
                "onSchedule", "Nothing",
                "onScope", "Two articles more, no landing pages",
                "hours", "20",
                "money", "3000");
    }

    @Test
    @DisplayName("whatever they write is text, in the letter as on the forms, and long words are kept whole")
    void wordsAreWords() {
        var wild = "<img src=x onerror=alert(1)> ${7*7} [[${7*7}]] " + "and so on ".repeat(150);
        var sheet = form("answerSheet", rows(line(wild, "S2"), line(SEO, "S1")));
        reset.does("manager", "mapToPlan", mapped("HOLDS"));
        reset = doubts.phoneRings(client)
                .does("manager", "listenToClient", with(heard(), "fears", rows(Map.of("what", wild))))
                .does("manager", "mapToPlan", mapped("HOLDS"))
                .does("manager", "showHowPlanHolds", sheet);
        reset.does(
                        "manager",
                        "recordDecision",
                        with(
                                decided(reset, client),
                                "fearAnswers",
                                rows(Map.of("what", wild, "answer", "No. " + wild))))
                .endsAs(Status.RESOLVED);
        assertThat(reset.lastToClient().text()).contains("No. " + wild.strip());
        assertThat(reset.lastToClient().html())
                .contains("No. &lt;img src=x onerror=alert(1)&gt; ${7*7} [[${7*7}]]")
                .doesNotContain("<img");
    }

    private static Map<String, Object> line(String what, String place) {
        return Map.of("what", what, "place", place, "how", "It is in there.");
    }

    @Test
    @DisplayName(
            "a second call while the plan is gone over: two resets, and the later version does not undo the earlier")
    void twoAtOnce() {
        var second = doubts.phoneRings(client)
                .does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("WEAKENED"))
                .does("manager", "showHowPlanHolds", sheet());
        reset.does("manager", "mapToPlan", mapped("WEAKENED"))
                .does("manager", "showHowPlanHolds", sheet())
                .does("manager", "recordDecision", smallCorrection())
                .endsAs(Status.RESOLVED);
        second.does(
                        "manager",
                        "recordDecision",
                        with(with(decided(second, client), "planTextChanges", true), "takeOutOfScope", "Landing pages"))
                .endsAs(Status.RESOLVED);
        var plan = plans.latest(client.code()).orElseThrow();
        assertThat(plan.version()).isEqualTo(3);
        assertThat(plan.scopeIn())
                .extracting("what")
                .containsExactly("Trade press", "One article in the building trade press");
    }
}
