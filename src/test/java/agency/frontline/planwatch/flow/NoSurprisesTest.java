package agency.frontline.planwatch.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseSearch;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.SomePlan;
import agency.frontline.client.plan.UsageReport;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A date that will not hold is told to the client before it comes (C-29)")
class NoSurprisesTest {

    @Autowired
    Cases cases;

    @Autowired
    CaseRegister register;

    @Autowired
    Plans plans;

    @Autowired
    Clients clients;

    private Client withPlan(String like) {
        var client = cases.clientLike(like);
        plans.record(client, PlanDraft.from(SomePlan.complete(), plans.room(client)), 0, "manager", null);
        return client;
    }

    private void looksLike(Client client, String item, String forecast) {
        plans.report(
                client.code(),
                List.of(new UsageReport(
                        LocalDate.of(2026, 3, 2),
                        List.of(new UsageReport.Line(item, null, null, 10, LocalDate.parse(forecast))))),
                "director");
    }

    private List<Case> warnings(Client client) {
        return register
                .search(new CaseSearch(List.of(client.code()), null, false, null, null, null, null, null))
                .stream()
                .filter(head -> head.process().equals("planWatch"))
                .map(CaseHead::businessKey)
                .sorted()
                .map(key -> cases.find(key).settle())
                .toList();
    }

    @Test
    void aLetterStandsReadyAndTheClientReadsItBeforeTheDay() {
        var client = withPlan("BIRCH");

        looksLike(client, "W2", "2099-05-20");

        var warning = warnings(client).get(0);
        assertThat(warning.told("manager")).containsExactly("planDelayed");
        assertThat(warning.task("answerPlanWarning", "manager").getDueDate()).isBefore("2099-04-30");
        assertThat((SpinJsonNode) warning.shown("manager", "answerPlanWarning", "lateRows"))
                .hasToString("[{\"what\":\"W2: Campaign\",\"agreed\":\"2099-04-30\",\"forecast\":\"2099-05-20\"},"
                        + "{\"what\":\"The plan as a whole\",\"agreed\":\"2099-04-30\",\"forecast\":\"2099-05-20\"}]");
        warning.does(
                        "manager",
                        "answerPlanWarning",
                        Map.of(
                                "warningAnswer",
                                "SEND_LETTER",
                                "contact",
                                warning.variable("contact"),
                                "letterText",
                                warning.variable("letterText")))
                .endsAs(Status.RESOLVED);
        assertThat(warning.lastToClient().subject()).isEqualTo("Our plan: Campaign");
        assertThat(warning.lastToClient().text())
                .contains("“Campaign” will be ready on Wednesday, 20 May 2099 rather than on Thursday, 30 April 2099");
    }

    @Test
    void whoeverAnswersTheLetterIsHeardLikeAnybody() {
        var client = withPlan("BIRCH");
        looksLike(client, "W2", "2099-05-20");
        var warning = warnings(client).get(0);
        warning.does(
                "manager",
                "answerPlanWarning",
                Map.of(
                        "warningAnswer",
                        "SEND_LETTER",
                        "contact",
                        warning.variable("contact"),
                        "letterText",
                        "A word: we need three weeks more."));

        assertThat(cases.answerTo(warning, "That is a problem; the fair is on the tenth."))
                .startsWith("ISS-");
    }

    @Test
    void inTheClientsLanguage() {
        var client = withPlan("CEDAR");

        looksLike(client, "W2", "2099-05-20");

        var warning = warnings(client).get(0);
        assertThat(warning.head().subject()).isEqualTo("Nasz plan: Campaign");
        assertThat((String) warning.variable("letterText")).contains("środa, 20 maja 2099", "Wolę powiedzieć");
    }

    @Test
    void theSameItemIsToldOnceAndAnotherOneByItself() {
        var client = withPlan("BIRCH");
        looksLike(client, "W2", "2099-05-20");
        looksLike(client, "W2", "2099-06-20");
        assertThat(warnings(client)).hasSize(1);

        looksLike(client, "W1", "2099-02-20");
        assertThat(warnings(client)).hasSize(2);
    }

    @Test
    void thePlanAsAWholeMaySlipWithoutAnItem() {
        var client = withPlan("BIRCH");

        looksLike(client, null, "2099-05-01");

        assertThat(warnings(client)).singleElement().satisfies(warning -> {
            assertThat(warning.head().subject()).isEqualTo("Our plan");
            assertThat((String) warning.variable("letterText")).contains("our plan as a whole");
        });
    }

    @Test
    void aDateThatIsNearIsSpokenOfToday() {
        var client = cases.clientLike("BIRCH");
        var today = LocalDate.ofInstant(cases.now(), client.timeZone());
        var answers = SomePlan.answers();
        answers.put(
                "workItems",
                List.of(Map.of("what", "Landing page", "due", today.plusDays(1).toString())));
        answers.put("endsOn", "2099-12-31");
        plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), 0, "manager", null);

        looksLike(client, "W1", today.plusDays(9).toString());

        assertThat(warnings(client)).singleElement().satisfies(warning -> assertThat(
                        warning.task("answerPlanWarning", "manager")
                                .getDueDate()
                                .toInstant())
                .isEqualTo(clients.calendarOf(client).endOfBusinessDay(today)));
    }

    @Test
    void aDateThatHoldsIsNoNews() {
        var client = withPlan("BIRCH");

        looksLike(client, "W2", "2099-04-30");

        assertThat(warnings(client)).isEmpty();
    }
}
