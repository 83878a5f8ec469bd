package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.Doubts.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.PremiseState;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.strategy.Resets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client doubts the plan, and chooses how it goes on")
class ClientChoosesTest {

    @Autowired
    Cases cases;

    @Autowired
    Doubts doubts;

    @Autowired
    Plans plans;

    @Autowired
    Resets resets;

    @Autowired
    List<CaseWithdrawal> withdrawals;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService repository;

    @Test
    void withinWhatIsLeftNobodySeniorIsNeeded() {
        var client = doubts.withPlan();
        var reset = toOptions(client, mapped("HOLDS", "GREAT", "NONE", "NONE"));
        assertThat((String) reset.shown("manager", "proposeOptions", "leftText"))
                .startsWith("120 hours and 15000 GBP are left");
        reset.does("manager", "proposeOptions", options(without(paidSearch("60", "6000"), "Landing pages")))
                .waitsAt("writePointOfView");
        assertThat(reset.variable("judgedOptions").toString()).contains("IN_SCOPE", "TRADE_OFF");
        pointOfViewIsApproved(client);
        reset.settle()
                .waitsAt("noteClientDecision")
                .does("manager", "noteClientDecision", chose(client, "B"))
                .waitsAt("presentToClient", "recordDecision");
        assertThat(reset.variable("decision")).isEqualTo("Paid search");
        assertThat(reset.shown("manager", "recordDecision", "significant")).isEqualTo(true);
        reset.refuses("manager", "recordDecision", with(decided(reset, client), "couldHaveSeen", ""), "couldHaveSeen")
                .does("manager", "recordDecision", decided(reset, client));
        var plan = plans.latest(client.code()).orElseThrow();
        assertThat(plan.scopeIn()).extracting("what").contains("Paid search").doesNotContain("Landing pages");
        assertThat(plan.scopeOut()).extracting("what").contains("Landing pages").doesNotContain("Paid search");
        assertThat(plan.budget().inWords()).isEqualTo("120 hours and 15000 GBP");
        assertThat(resets.find(reset.key()).orElseThrow().seniorsJoined()).isFalse();
        // The decision stands in nobody's way: the report of the presentation goes on by itself.
        reset.waitsAt("presentToClient");
        assertThat(report(client).head().subject()).isEqualTo("Options: SEO, and a lost proposal");
    }

    @Test
    void beyondItTheDirectorDecidesAboutTheChangeAlone() {
        var client = doubts.withPlan();
        var reset = toOptions(client, mapped("HOLDS", "GREAT", "GREAT", "NONE"))
                .does("manager", "proposeOptions", options(paidSearch("30", "20000"), film()))
                .waitsAt("approveChangeOrder");
        assertThat((String) reset.shown("director", "approveChangeOrder", "changeText"))
                .contains("Option B: Paid search", "30 hours, 20000 GBP")
                .doesNotContain("Film", "Trade press");
        reset.refuses("director", "approveChangeOrder", form(), "changeOrderDecision")
                .refuses("director", "approveChangeOrder", form("changeOrderDecision", "WAIVED"), "changeOrderReason")
                .refuses("director", "approveChangeOrder", form("changeOrderDecision", "REFUSED"), "changeOrderReason")
                .does("director", "approveChangeOrder", form("changeOrderDecision", "APPROVED"))
                .does(
                        "director",
                        "approveChangeOrder",
                        form("changeOrderDecision", "REFUSED", "changeOrderReason", "We do not make films."));
        pointOfViewIsApproved(client);
        reset.settle();
        assertThat(reset.shown("manager", "noteClientDecision", "optionChoices").toString())
                .contains("A: Do nothing", "B: Paid search")
                .doesNotContain("Film");
        reset.refuses("manager", "noteClientDecision", chose(client, "C"), "chosenOption")
                .refuses("manager", "noteClientDecision", chose(client, ""), "chosenOption")
                .refuses("manager", "noteClientDecision", said(client, "REJECTED", ""), "clientSaid")
                .refuses(
                        "manager",
                        "noteClientDecision",
                        form(
                                "presentationChannel",
                                "EMAIL",
                                "presentedOn",
                                reset.day(3) + "T10:00Z",
                                "attendees",
                                list()),
                        "clientDecision",
                        "presentationChannel",
                        "presentedOn",
                        "attendees")
                .does("manager", "noteClientDecision", chose(client, "B"))
                .does("manager", "recordDecision", decided(reset, client));
        assertThat(plans.latest(client.code()).orElseThrow().budget().inWords()).isEqualTo("150 hours and 35000 GBP");
        assertThat(resets.find(reset.key()).orElseThrow().seniorsJoined()).isTrue();
        reportIsDropped(client);
        reset.settle();
        assertThat(reset.outcome("strategyResetOutcome")).isEqualTo("planReset");
    }

    @Test
    void whatIsWaivedIsDoneAndNotCharged() {
        var client = doubts.withPlan();
        var reset = toOptions(client, mapped("HOLDS", "GREAT", "NONE", "NONE"))
                .does("manager", "proposeOptions", options(paidSearch("30", "0")))
                .does(
                        "director",
                        "approveChangeOrder",
                        form("changeOrderDecision", "WAIVED", "changeOrderReason", "We should have seen it."));
        pointOfViewIsApproved(client);
        reset.settle()
                .does("manager", "noteClientDecision", chose(client, "B"))
                .does("manager", "recordDecision", decided(reset, client));
        assertThat(plans.latest(client.code()).orElseThrow().budget().inWords()).isEqualTo("150 hours and 15000 GBP");
    }

    @Test
    void onlyAPlannerRewritesWhatThePlanStandsOn() {
        var client = doubts.withPlan();
        var reset = toOptions(client, mapped("FAILS", "GREAT", "NONE", "NONE"));
        assertThat(reset.variable("planImpact")).isEqualTo("RESET");
        reset.does(
                        "manager",
                        "proposeOptions",
                        with(options(without(paidSearch("10", "1000"), "Trade press")), "premisesChange", false))
                .waitsAt("rewritePremises");
        var planners = reset.task("rewritePremises", "planner");
        assertThatThrownBy(() -> cases.as("manager", () -> tasks.claim(planners.getId(), "manager")))
                .hasMessage("This task is offered to planners only.");
        assertThat(reset.variable("premises").toString()).contains("\"state\":\"FAILS\"");
        reset.refuses(
                        "planner",
                        "rewritePremises",
                        form("premises", rows(Map.of("premiseId", "P1", "what", "", "state", "HOLDS"))),
                        "premises")
                .does(
                        "planner",
                        "rewritePremises",
                        form(
                                "premises",
                                rows(
                                        Map.of(
                                                "premiseId",
                                                "P1",
                                                "what",
                                                "Buyers look for us by what we do",
                                                "state",
                                                "HOLDS"),
                                        Map.of(
                                                "premiseId",
                                                "P2",
                                                "what",
                                                "Buyers ask colleagues whom they trust",
                                                "state",
                                                "HOLDS"))));
        pointOfViewIsApproved(client);
        reset.settle()
                .does("manager", "noteClientDecision", chose(client, "B"))
                .does("manager", "recordDecision", decided(reset, client));
        assertThat(plans.latest(client.code()).orElseThrow().premises())
                .hasSize(2)
                .last()
                .satisfies(premise -> {
                    assertThat(premise.id()).isEqualTo("P2");
                    assertThat(premise.what()).isEqualTo("Buyers ask colleagues whom they trust");
                    assertThat(premise.state()).isEqualTo(PremiseState.HOLDS);
                });
        assertThat(resets.find(reset.key()).orElseThrow().seniorsJoined()).isTrue();
    }

    @Test
    void anotherRoundBeginsWithListening() {
        var client = doubts.withPlan();
        var reset = toOptions(client, mapped("HOLDS", "GREAT", "NONE", "NONE"))
                .does("manager", "proposeOptions", options(paidSearch("10", "1000")));
        pointOfViewIsApproved(client);
        reset.settle()
                .does("manager", "noteClientDecision", said(client, "ANOTHER_ROUND", "None of this is about Halden."))
                .waitsAt("listenToClient", "presentToClient");
        assertThat(reset.variable("fears").toString()).contains(FEAR);
        reset.does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("HOLDS"))
                .waitsAt("showHowPlanHolds", "presentToClient");
        reset.does("manager", "showHowPlanHolds", sheet()).does("manager", "recordDecision", decided(reset, client));
        reportIsDropped(client);
        reset.settle();
        assertThat(reset.outcome("strategyResetOutcome")).isEqualTo("planHeld");
        assertThat(plans.versions(client.code())).hasSize(1);
    }

    @Test
    void whoWillNotGoOnWithThePlanIsRescuedFirst() {
        var client = doubts.withPlan();
        var reset = toOptions(client, mapped("HOLDS", "GREAT", "NONE", "NONE"))
                .does("manager", "proposeOptions", options(paidSearch("10", "1000")));
        pointOfViewIsApproved(client);
        reset.settle()
                .does("manager", "noteClientDecision", said(client, "REJECTED", "We have lost faith in all of it."))
                .waitsAt("rescueAccount", "presentToClient");
        reportIsDropped(client);
        var rescue = cases.openOfClient(client.code(), "accountRescue").get(0);
        rescue.does(
                        "manager",
                        "agreeRescuePlan",
                        form(
                                "sponsor", "director",
                                "savePlan",
                                        rows(Map.of(
                                                "what", "Show first enquiries", "who", "manager", "by", rescue.day(3))),
                                "visitOn", rescue.day(2),
                                "reviewOn", rescue.day(14)))
                .does("manager", "visitClient", form("visitedBy", list("manager"), "clientSaid", "Show us something."))
                .does("director", "reviewRescue", form("rescueVerdict", "STEADY", "reason", "They stay"));
        reset.settle().endsAs(Status.RESOLVED);
        assertThat(reset.outcome("strategyResetOutcome")).isEqualTo("planRejected");
        assertThat(reset.outcome("accountRescueOutcome")).isEqualTo("accountSteady");
        assertThat(plans.versions(client.code())).hasSize(1);
    }

    @Test
    void aModelThatTalksOfScopeBeforeItListensIsRefusedByName() throws IOException {
        var model = Files.readString(Path.of("processes", "strategy-reset.bpmn"));
        var hasty = model.replaceFirst(
                "(id=\"flow_isThereAnAgreedPlan_listenToClient\"[^>]*targetRef=\")listenToClient", "$1checkScope");
        assertThat(hasty).isNotEqualTo(model);
        assertThatThrownBy(() -> repository
                        .createDeployment()
                        .addString("strategy-reset.bpmn", hasty)
                        .deploy())
                .hasMessageContaining("checkScope")
                .hasMessageContaining("can be reached before listenToClient is done: listen first");
    }

    @Test
    void aWithdrawnPointOfViewLeadsBackToTheOptions() {
        var client = doubts.withPlan();
        var reset = toOptions(client, mapped("HOLDS", "GREAT", "NONE", "NONE"))
                .does("manager", "proposeOptions", options(paidSearch("10", "1000")));
        var review = cases.openOfClient(client.code(), "deliverableReview").get(0);
        withdraw(review);
        reset.settle().waitsAt("proposeOptions");
        assertThat(reset.variable("options").toString()).contains("Paid search");
    }

    @Test
    void optionsAreHonest() {
        var client = doubts.withPlan();
        toOptions(client, mapped("HOLDS", "GREAT", "NONE", "NONE"))
                .refuses("manager", "proposeOptions", form("options", rows(nothing())), "options")
                .refuses(
                        "manager",
                        "proposeOptions",
                        form("options", rows(paidSearch("1", "1"), paidSearch("2", "2"))),
                        "options")
                .refuses(
                        "manager",
                        "proposeOptions",
                        form("options", rows(nothing(), Map.of("what", "Something", "hours", "many"))),
                        "options")
                .refuses(
                        "manager",
                        "proposeOptions",
                        form("options", rows(withHours(nothing(), "5"), paidSearch("1", "1"))),
                        "options");
    }

    private static Map<String, Object> withHours(Map<String, Object> option, String hours) {
        return with(option, "hours", hours);
    }

    private static Map<String, Object> film() {
        return Map.of(
                "what", "A film",
                "doNothing", false,
                "onGoals", "More enquiries next year",
                "onSchedule", "Two months later",
                "onScope", "A film comes in",
                "hours", "400",
                "money", "60000");
    }

    private Case toOptions(Client client, Map<String, Object> mapped) {
        return doubts.phoneRings(client)
                .does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped)
                .waitsAt("proposeOptions");
    }

    private void pointOfViewIsApproved(Client client) {
        doubts.pointOfViewIsApproved(client);
    }

    private Case report(Client client) {
        return cases.openOfClient(client.code(), "conferenceReport").get(0);
    }

    private void reportIsDropped(Client client) {
        report(client)
                .does(
                        "manager",
                        "writeConferenceReport",
                        form("reportAction", "DROP", "reason", "It stands in the decision."));
    }

    private void withdraw(Case review) {
        withdrawals.stream()
                .filter(one -> one.knows("deliverableReview"))
                .forEach(one -> one.withdraw(review.head(), "The options were not good enough."));
        review.settle();
    }
}
