package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.Doubts.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.strategy.Resets;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client doubts the plan, and it holds")
class PlanHoldsTest {

    @Autowired
    Cases cases;

    @Autowired
    Doubts doubts;

    @Autowired
    Plans plans;

    @Autowired
    Resets resets;

    @Test
    void theManagerListensFirstAndShowsHowThePlanHolds() {
        var client = doubts.withPlan();
        var reset = doubts.phoneRings(client).waitsAt("listenToClient");
        assertThat(reset.key()).matches("RST-\\d{4}-\\d{5}");
        assertThat(reset.messages()).singleElement().satisfies(call -> {
            assertThat(call.channel()).isEqualTo(Channel.PHONE);
            assertThat(call.text()).startsWith("I do not see SEO anywhere");
        });
        assertThat((String) reset.shown("manager", "listenToClient", "planText"))
                .contains("P2 Rests on: Buyers have heard of us", "OUT1 Out: Paid search");
        reset.does("manager", "listenToClient", heard()).waitsAt("mapToPlan");
        assertThat(reset.variable("mappedQuestions").toString()).contains(SEO);
        reset.does("manager", "mapToPlan", mapped("HOLDS")).waitsAt("showHowPlanHolds");
        assertThat(reset.variable("planImpact")).isEqualTo("REASSURE");
        assertThat((String) reset.shown("manager", "showHowPlanHolds", "impactText"))
                .startsWith("Reassure: All the plan rests on still holds");
        reset.does("manager", "showHowPlanHolds", sheet())
                .waitsAt("recordDecision")
                .does("manager", "recordDecision", decided(reset, client))
                .endsAs(Status.RESOLVED);
        assertThat(reset.outcome("strategyResetOutcome")).isEqualTo("planHeld");
        assertThat(plans.versions(client.code())).hasSize(1);
        assertThat(reset.toClient()).singleElement().satisfies(letter -> {
            assertThat(letter.purpose()).isEqualTo("sendDecision");
            assertThat(letter.to()).extracting("address").containsExactly(ceo(client));
            assertThat(letter.text())
                    .contains(FEAR, SEO, "The plan stays as it is.")
                    .doesNotContain("Another proposal", "BECOMES DIFFERENT");
        });
        assertThat(resets.find(reset.key()).orElseThrow()).satisfies(kept -> {
            assertThat(kept.decidedBy()).isEqualTo(ceo(client));
            assertThat(kept.risk()).startsWith("Another proposal");
            assertThat(kept.seniorsJoined()).isFalse();
        });
    }

    @Test
    void aSmallCorrectionIsAVersionOfItsOwnAndTheTeamHearsOfIt() {
        var client = doubts.withPlan();
        var reset = doubts.phoneRings(client)
                .does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("WEAKENED"));
        assertThat(reset.variable("planImpact")).isEqualTo("MINOR_CORRECTION");
        reset.does("manager", "showHowPlanHolds", sheet())
                .does(
                        "manager",
                        "recordDecision",
                        with(
                                with(
                                        with(
                                                decided(reset, client),
                                                "decision",
                                                "Trade press begins with Halden's sector."),
                                        "planTextChanges",
                                        true),
                                "addToScope",
                                "One article in the building trade press"))
                .endsAs(Status.RESOLVED);
        assertThat(reset.outcome("strategyResetOutcome")).isEqualTo("planCorrected");
        var plan = plans.latest(client.code()).orElseThrow();
        assertThat(plan.version()).isEqualTo(2);
        assertThat(plan.agreedIn()).isEqualTo(reset.key());
        assertThat(plan.content().reason()).isEqualTo("Trade press begins with Halden's sector.");
        assertThat(plan.premises().get(1).state()).isEqualTo(PremiseState.WEAKENED);
        assertThat(plan.premises().get(1).what()).isEqualTo("Buyers have heard of us before a proposal");
        assertThat(plan.scopeIn()).extracting("what").contains("One article in the building trade press");
        assertThat(plan.buyIns()).singleElement().extracting("contact").isEqualTo(ceo(client));
        assertThat(reset.lastToClient().text())
                .contains("BECOMES DIFFERENT", "New in the plan:\n- One article in the building trade press")
                .doesNotContain("No longer in the plan");
        for (var colleague : client.team().specialists().values()) {
            assertThat(reset.told(colleague.get(0))).containsExactly("planChanged");
        }
        assertThat(reset.noticeTo("director").text()).contains("P2", "One article in the building trade press");
        assertThat(plans.version(client.code(), 1).orElseThrow().content().reason())
                .isEqualTo(PlanDraft.BASELINE);
    }

    @Test
    void whatTheyWriteMeanwhileStandsOnTheOpenForm() {
        var client = doubts.withPlan();
        var reset = doubts.phoneRings(client).clientWrites("And what about the fair in May?");
        assertThat((String) reset.variable("clientWords"))
                .startsWith(client.contacts().get(0).name() + ":\nAnd what about the fair in May?")
                .contains("I do not see SEO anywhere");
        assertThat(reset.told("manager")).containsExactly("clientAnsweredDeliverable");
        toTheDecision(reset)
                .does("manager", "recordDecision", decided(reset, client))
                .endsAs(Status.RESOLVED);
        var answer = cases.find(cases.answerTo(reset, "Thank you, that helps."));
        assertThat(answer.head().process()).isEqualTo("clientIssue");
    }

    @Test
    void whoeverDecidesReadsItToo() {
        var client = doubts.withPlan();
        var other = client.contacts().get(1).email();
        var reset = toTheDecision(doubts.phoneRings(client));
        reset.does("manager", "recordDecision", with(decided(reset, client), "decidedBy", other));
        assertThat(reset.lastToClient().to()).extracting("address").containsExactly(ceo(client), other);
    }

    @Test
    void theirWordsAreUsedAndOursAreNot() {
        var client = doubts.withPlan();
        var word = client.ethos().jargonToAvoid().get(0);
        var reset = toTheDecision(doubts.phoneRings(client));
        var decided = with(decided(reset, client), "decision", "We use the " + word.toUpperCase() + " of both papers.");
        reset.refuses("manager", "recordDecision", decided, "keepAsIs")
                .does("manager", "recordDecision", with(decided, "keepAsIs", true));
        assertThat(reset.toClient()).hasSize(1);
    }

    @Test
    void whatMetANeedMayGoOutOfThePlanWithTheDecision() {
        var client = doubts.withPlan();
        var reset = doubts.phoneRings(client)
                .does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("WEAKENED"))
                .does(
                        "manager",
                        "showHowPlanHolds",
                        form(
                                "answerSheet",
                                rows(
                                        Map.of("what", FEAR, "place", "S2", "how", "The papers write of you."),
                                        Map.of("what", SEO, "place", "IN1", "how", "The pages do that."))));
        reset.does(
                        "manager",
                        "recordDecision",
                        with(with(decided(reset, client), "planTextChanges", true), "takeOutOfScope", "Landing pages"))
                .endsAs(Status.RESOLVED);
        assertThat(reset.lastToClient().text())
                .contains("The pages do that.", "No longer in the plan:\n- Landing pages");
    }

    @Test
    void whereItIsSaidInPersonNoLetterFollows() {
        var client = doubts.withPlan();
        var reset = toTheDecision(doubts.phoneRings(client));
        reset.does("manager", "recordDecision", with(decided(reset, client), "decisionLetter", false))
                .endsAs(Status.RESOLVED);
        assertThat(reset.toClient()).isEmpty();
    }

    private static Case toTheDecision(Case reset) {
        return reset.does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("HOLDS"))
                .does("manager", "showHowPlanHolds", sheet());
    }

    @Test
    void whereNoPlanWasEverWrittenDownThatComesFirst() {
        var client = cases.clientLike("BIRCH");
        var reset = doubts.phoneRings(client).waitsAt("recordPlanBaseline");
        var baseline = form();
        plan(client)
                .forEach(
                        (name, value) -> baseline.put(name, value instanceof List<?> ? Spin.JSON(json(value)) : value));
        reset.refuses("manager", "recordPlanBaseline", with(baseline, "goals", rows()), "goals")
                .refuses("manager", "recordPlanBaseline", with(baseline, "boughtInBy", list()), "boughtInBy")
                .does("manager", "recordPlanBaseline", baseline)
                .waitsAt("listenToClient");
        assertThat(plans.latest(client.code()).orElseThrow().agreedIn()).isEqualTo(reset.key());
        reset.does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("WEAKENED"))
                .does("manager", "showHowPlanHolds", sheet())
                .does("manager", "recordDecision", decided(reset, client))
                .endsAs(Status.RESOLVED);
        assertThat(plans.versions(client.code())).hasSize(2);
    }

    private static String json(Object value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobodyJudgesWhatTheyHaveNotHeard() {
        var client = doubts.withPlan();
        var reset = doubts.phoneRings(client);
        reset.refuses("manager", "listenToClient", form("unsaid", " "), "fears", "unsaid")
                .refuses(
                        "manager",
                        "listenToClient",
                        with(heard(), "newInformation", rows(Map.of("what", LOST, "source", ""))),
                        "newInformation")
                .does("manager", "listenToClient", heard());
        reset.refuses(
                        "manager",
                        "mapToPlan",
                        form(),
                        "mappedQuestions",
                        "weighedInformation",
                        "scopeEffect",
                        "budgetEffect",
                        "scheduleEffect")
                .refuses(
                        "manager",
                        "mapToPlan",
                        with(
                                mapped("HOLDS"),
                                "mappedQuestions",
                                rows(Map.of("what", SEO, "answer", "IN_PLAN", "place", ""))),
                        "mappedQuestions")
                .refuses(
                        "manager",
                        "mapToPlan",
                        with(
                                mapped("HOLDS"),
                                "mappedQuestions",
                                rows(Map.of("what", SEO, "answer", "LEFT_OUT", "place", "OUT1", "because", ""))),
                        "mappedQuestions")
                .refuses(
                        "manager",
                        "mapToPlan",
                        with(
                                mapped("HOLDS"),
                                "mappedQuestions",
                                rows(Map.of("what", SEO, "answer", "IN_PLAN", "place", "S9"))),
                        "mappedQuestions")
                .refuses(
                        "manager",
                        "mapToPlan",
                        with(mapped("HOLDS"), "mappedQuestions", rows(Map.of("what", SEO, "answer", "MISSING"))),
                        "scopeEffect")
                .refuses(
                        "manager",
                        "mapToPlan",
                        with(
                                mapped("HOLDS"),
                                "weighedInformation",
                                rows(Map.of(
                                        "what", LOST, "source", "x", "premise", "NONE", "state", "FAILS", "because",
                                        ""))),
                        "weighedInformation")
                .does("manager", "mapToPlan", mapped("HOLDS"));
        reset.refuses("manager", "showHowPlanHolds", form("answerSheet", rows()), "answerSheet")
                .refuses(
                        "manager",
                        "showHowPlanHolds",
                        form(
                                "answerSheet",
                                rows(
                                        Map.of("what", FEAR, "place", "", "how", "It will be fine."),
                                        Map.of("what", SEO, "place", "S1", "how", ""))),
                        "answerSheet")
                .does("manager", "showHowPlanHolds", sheet());
        var nothing = form("decision", " ", "decidedBy", "", "riskTaken", "", "reviewOn", "", "fearAnswers", rows());
        reset.refuses(
                        "manager",
                        "recordDecision",
                        nothing,
                        "decision",
                        "decidedBy",
                        "riskTaken",
                        "reviewOn",
                        "fearAnswers")
                .refuses(
                        "manager",
                        "recordDecision",
                        with(decided(reset, client), "fearAnswers", rows(Map.of("what", FEAR, "answer", " "))),
                        "fearAnswers")
                .refuses(
                        "manager",
                        "recordDecision",
                        with(decided(reset, client), "decidedBy", "nobody@x.example"),
                        "decidedBy")
                .refuses(
                        "manager", "recordDecision", with(decided(reset, client), "reviewOn", reset.day(0)), "reviewOn")
                .refuses(
                        "manager",
                        "recordDecision",
                        with(decided(reset, client), "reviewOn", reset.day(1000)),
                        "reviewOn");
    }

    @Test
    void aStartSaysWhoDoubtsAndWhat() {
        assertThat(cases.refusesToStart("manager", "strategyReset", form("contact", "nobody at all")))
                .isNotEmpty();
        var client = doubts.withPlan();
        assertThat(cases.refusesToStart("manager", "strategyReset", form("contact", ceo(client))))
                .containsOnlyKeys("channel", "subject", "clientWords");
        assertThat(cases.refusesToStart("manager", "decisionReview", form())).isNotEmpty();
    }
}
