package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Client;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.SomePlan;
import agency.frontline.client.plan.UsageReport;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.nextstep.StepOwner;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Answers;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("A plan is read in the client's words: where we are, what is next, what is normal now (C-80)")
class PlanIsReadTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Plans plans;

    @Autowired
    NextSteps steps;

    @Autowired
    Clock clock;

    private Client client;
    private LocalDate today;

    @BeforeEach
    void birchHasAPlan() {
        client = cases.clientLike("BIRCH");
        today = LocalDate.ofInstant(clock.instant(), client.timeZone());
        record(0, Map.of());
    }

    /** A plan whose first early sign is due in ten days, the second in forty, and which ends in a hundred. */
    private void record(int before, Map<String, Object> otherwise) {
        var answers = new LinkedHashMap<String, Object>(
                before == 0
                        ? SomePlan.answers()
                        : plans.latest(client.code()).orElseThrow().content().rows());
        if (before == 0) {
            answers.put(
                    "goals",
                    List.of(Map.of(
                            "what", "Thirty leads a month",
                            "measure", "Leads in the CRM",
                            "sign", "Ten leads a month",
                            "signBy", today.plusDays(10).toString(),
                            "moreSigns", today.plusDays(40) + " Twenty leads a month")));
            answers.put(
                    "workItems",
                    List.of(
                            Map.of(
                                    "what",
                                    "Landing page",
                                    "due",
                                    today.plusDays(30).toString(),
                                    "hours",
                                    "40"),
                            Map.of("what", "Campaign", "due", today.plusDays(80).toString(), "hours", "80")));
            answers.put("endsOn", today.plusDays(100).toString());
            answers.put("scopeOut", List.of(Map.of("what", "Films", "because", "They eat the budget of a year")));
        }
        answers.putAll(otherwise);
        plans.record(client, PlanDraft.from(new Answers(answers::get), plans.room(client)), before, "manager", null);
    }

    private Visitor as(String user) {
        return new Visitor(port, user);
    }

    private String path() {
        return "/clients/" + client.code() + "/plan";
    }

    private HttpResponse<String> page() {
        return as("manager").opens(path());
    }

    @Test
    void thePageSaysWhatWeGoForWhatIsInAndOutAndWhoAgreed() {
        var page = page();

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        "Thirty leads a month",
                        "We will both know by: Leads in the CRM",
                        "due soon, by ",
                        "Landing page",
                        "Campaign in print",
                        "Nobody finds us today.",
                        "Films",
                        "Why: They eat the budget of a year",
                        "The plan that we began with.",
                        "Agreed by Odile Quist",
                        "We are laying the ground.")
                .contains("0 of 120 hours (0 %)", "People look for us by name");
    }

    @Test
    void itIsReadByWhoeverSeesTheClientAndByNobodyElse() {
        for (var user : List.of("manager", "director", "auditor")) {
            assertThat(as(user).opens(path()).statusCode()).as(user).isEqualTo(200);
            assertThat(as(user).opens(path() + ".pdf").statusCode()).as(user).isEqualTo(200);
        }
        for (var user : List.of("manager2", "writer", "planner", "owner")) {
            assertThat(as(user).opens(path()).statusCode()).as(user).isEqualTo(404);
            assertThat(as(user).opens(path() + ".pdf").statusCode()).as(user).isEqualTo(404);
        }
        assertThat(as("intake").opens(path()).statusCode()).isEqualTo(403);
        assertThat(as("").opens(path()).statusCode()).isIn(302, 401);
        assertThat(as("manager").opens("/clients/NOBODY/plan").statusCode()).isEqualTo(404);
    }

    @Test
    void anAuditorReadsAndFindsNothingToPress() {
        assertThat(as("auditor").opens(path()).body())
                .doesNotContain("Send it to them", "Not there yet", "Keep</button>");
        assertThat(page().body()).contains("Send it to them", "Not there yet", "Keep</button>");
        for (var deed : List.of("/signs", "/normal", "/letters")) {
            var fields = Map.of("sign", "G1.1", "seen", "YES", "normal", "x", "contacts", "ceo@x.example");
            assertThat(as("auditor").fillsIn(path(), path() + deed, fields).statusCode())
                    .isEqualTo(403);
            assertThat(as("manager2").fillsIn("/cases", path() + deed, fields).statusCode())
                    .isEqualTo(404);
            assertThat(as("manager").posts(path() + deed, "{}").statusCode())
                    .as("without the token of the page")
                    .isEqualTo(403);
        }
    }

    @Test
    void whatIsLateIsSaidAndWhatWasSeenTooWithItsDay() {
        var seen = as("manager").fillsIn(path(), path() + "/signs", Map.of("sign", "G1.1", "seen", "YES"));
        assertThat(seen.statusCode()).isEqualTo(302);

        assertThat(page().body()).contains("seen on " + english(today), "Seen, " + today);

        as("manager")
                .fillsIn(
                        path(),
                        path() + "/signs",
                        Map.of(
                                "sign",
                                "G1.1",
                                "seen",
                                "NO",
                                "day",
                                today.minusDays(1).toString()));
        assertThat(page().body())
                .contains("we looked on " + english(today.minusDays(1)) + ", and it was not there yet");
    }

    private static String english(LocalDate day) {
        return java.time.format.DateTimeFormatter.ofPattern("d MMMM uuuu", java.util.Locale.ENGLISH)
                .format(day);
    }

    @Test
    void aSignThatIsNotInThePlanOrWasSeenTomorrowIsRefused() {
        var wrong = as("manager")
                .fillsIn(
                        path(),
                        path() + "/signs",
                        Map.of(
                                "sign", "G7.1",
                                "seen", "MAYBE",
                                "day", today.plusDays(1).toString()));

        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body())
                .contains(
                        "Choose an early sign of the plan that holds now.",
                        "Say YES if it was there, or NO.",
                        "today or an earlier one");
    }

    @Test
    void theManagersOwnWordsHoldUntilTheyAreTakenBack() {
        var own = "The new site is <b>live</b>.\n\nQuiet weeks are normal now.";
        as("manager").fillsIn(path(), path() + "/normal", Map.of("normal", own, "language", "en"));

        assertThat(page().body())
                .contains("The new site is &lt;b&gt;live&lt;/b&gt;.", "Quiet weeks are normal now.")
                .doesNotContain("<b>live</b>")
                .doesNotContain("We are laying the ground.");
        assertThat(as("manager").opens(path() + "?language=pl").body()).contains("Kładziemy fundamenty.");

        as("manager").fillsIn(path(), path() + "/normal", Map.of("normal", "", "language", "en"));
        assertThat(page().body()).contains("We are laying the ground.");
        var long_ = as("manager").fillsIn(path(), path() + "/normal", Map.of("normal", "x".repeat(4001)));
        assertThat(long_.statusCode()).isEqualTo(400);
    }

    @Test
    void whatChangedIsToldInTheirWordsAndOldVersionsCanBeRead() {
        var rows = new ArrayList<>(List.of(
                Map.of("what", "Landing page", "due", today.plusDays(45).toString(), "hours", "44", "workItemId", "W1"),
                Map.of("what", "Podcast", "due", today.plusDays(80).toString(), "hours", "80")));
        record(
                1,
                Map.of(
                        "changeReason", "They want to be heard",
                        "workItems", rows,
                        "moneyAgreed", "16000",
                        "boughtInBy", "Ragnar Quist",
                        "endsOn", today.plusDays(120).toString()));

        var page = page().body();
        assertThat(page)
                .contains(
                        "They want to be heard",
                        "“Landing page” is due by " + english(today.plusDays(45)) + "; before, by "
                                + english(today.plusDays(30)),
                        "New: Podcast",
                        "No longer: Campaign",
                        "The plan ends on " + english(today.plusDays(120)),
                        "The agreed budget is a different one")
                .doesNotContain("44 hours", "16000 GBP; ");
        var old = as("manager").opens(path() + "?version=1").body();
        assertThat(old)
                .contains("This is version 1, as it was agreed then. Version 2 holds now.", "Campaign")
                .doesNotContain("Podcast", "Send it to them");
        assertThat(as("manager").opens(path() + "?version=3").statusCode()).isEqualTo(404);
    }

    @Test
    void whatComesNextIsOursAndTheirs() {
        var issue = cases.mailFrom(client.contacts().get(0).email(), "Hello", "A word from us.");
        var due = clock.instant().plus(Duration.ofDays(3));
        steps.agree(
                issue.key(),
                client.code(),
                "Send the proofs",
                new StepOwner("manager", "Anna Nowak", true),
                today.plusDays(3),
                due);
        steps.agree(
                issue.key(),
                client.code(),
                "Choose a photo",
                new StepOwner(client.contacts().get(0).email(), "Odile Quist", false),
                today.plusDays(3),
                due);
        plans.report(
                client.code(),
                List.of(new UsageReport(
                        today,
                        List.of(
                                new UsageReport.Line("W1", null, null, 100, null),
                                new UsageReport.Line("W2", BigDecimal.ONE, null, 10, today.plusDays(95))))),
                "manager");

        assertThat(page().body())
                .contains("From us", "Send the proofs", "From you", "Choose a photo")
                .contains(
                        ">done<",
                        "agreed for " + english(today.plusDays(80)) + "; as it looks now, "
                                + english(today.plusDays(95)));
    }

    @Test
    void wordsThatTheyDoNotWantToReadAreMarkedForUs() {
        assertThat(page().body()).doesNotContain("Words they do not want to read");

        record(
                1,
                Map.of(
                        "changeReason", "A deep dive into synergy",
                        "boughtInBy", "Odile Quist"));

        assertThat(page().body())
                .contains("Words they do not want to read", "<mark>deep dive</mark>", "<mark>synergy</mark>");
    }

    @Test
    void whateverIsWrittenInAPlanStaysText() {
        record(
                1,
                Map.of(
                        "changeReason", "<script>alert(1)</script> ${T(java.lang.Runtime)} [(1+1)]",
                        "scopeIn", "<img src=x onerror=alert(1)>",
                        "boughtInBy", "<i>Odile</i>"));

        assertThat(page().body())
                .contains(
                        "&lt;script&gt;alert(1)&lt;/script&gt; ${T(java.lang.Runtime)} [(1+1)]",
                        "&lt;img src=x",
                        "&lt;i&gt;Odile&lt;/i&gt;")
                .doesNotContain("<script>alert", "<img src=x", "<i>Odile");
    }

    @Test
    void withoutAPlanThePageSaysHowOneBegins() throws IOException {
        var other = cases.clientLike("CEDAR");

        assertThat(as("manager").opens("/clients/" + other.code() + "/plan").body())
                .contains("There is no plan yet");
        assertThat(as("manager").opens("/clients/" + other.code() + "/plan.pdf").statusCode())
                .isEqualTo(404);
    }

    @Test
    void theWayThereLeadsFromTheirCases() {
        var issue = cases.mailFrom(client.contacts().get(0).email(), "Hello", "A word from us.");

        assertThat(as("manager").opens("/cases/" + issue.key()).body()).contains("href=\"" + path() + "\"");
        assertThat(as("manager").opens("/cases?client=" + client.code()).body()).contains("href=\"" + path() + "\"");
    }
}
