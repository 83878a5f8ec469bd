package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("An issue is logged on a page, by name, in one go")
class IssueIsLoggedOnAPageTest {

    @Autowired
    Cases cases;

    @Autowired
    HistoryService history;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    @Test
    void theManagerNamesThePersonAndTheProcessStartsUnderTheManagersName() {
        var answer = new Visitor(port, "manager").fillsIn("/issues/new", form("charlotte birch"));

        assertThat(answer.statusCode()).isEqualTo(302);
        var key = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/cases/", "");
        var issue = cases.find(key).settle().waitsAt("diagnoseIssue");
        assertThat(issue.head().client()).isEqualTo("BIRCH");
        assertThat(issue.head().contact()).isEqualTo("ceo@birch.example");
        assertThat(history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(key)
                        .singleResult()
                        .getStartUserId())
                .isEqualTo("manager");
        assertThat(new Visitor(port, "auditor").asks("/api/cases/" + key).body())
                .contains("\"contact\":\"charlotte birch\"");
    }

    @Test
    void theMomentIsThePersonsOwn() {
        var form = form("ceo@birch.example");
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        form.put("contactedAt", today + "T09:05");
        form.put("zone", "Europe/Warsaw");

        var answer = new Visitor(port, "manager").fillsIn("/issues/new", form);

        var key = answer.headers().firstValue("Location").orElseThrow().replaceAll(".*/cases/", "");
        assertThat(cases.find(key).messages().get(0).at()).isEqualTo(today + "T08:05:00Z");
    }

    @Test
    @DisplayName(
            "an hour that the clocks left out means the hour after it; a moment or zone that is none is told (D09)")
    void theMomentMayBeOneThatNeverWas() {
        var year = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).getYear() - 1;
        var gap = LocalDate.of(year, 3, 31).with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
        var form = form("ceo@birch.example");
        form.put("contactedAt", gap + "T01:30");
        form.put("zone", "Europe/London");
        assertThat(new Visitor(port, "manager").fillsIn("/issues/new", form).statusCode())
                .isEqualTo(302);

        for (var bad : List.of("-999999999-01-01T00:00", "+999999999-12-31T23:59", "2027-02-29T10:00", "soon")) {
            form.put("contactedAt", bad);
            var answer = new Visitor(port, "manager").fillsIn("/issues/new", form);
            assertThat(answer.statusCode()).as(bad).isEqualTo(400);
            assertThat(answer.body()).contains("id=\"contactedAt-error\"");
        }
        form.put("contactedAt", gap + "T09:30");
        form.put("zone", "Mars/Base");
        assertThat(new Visitor(port, "manager").fillsIn("/issues/new", form).statusCode())
                .isEqualTo(400);
    }

    @Test
    void everyMistakeStandsBesideItsFieldAndNothingTypedIsLost() {
        var form = form("");
        form.put("subject", "");
        form.put("clientWords", "The posters are too dark");

        var answer = new Visitor(port, "manager").fillsIn("/issues/new", form);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"contact-error\"", "id=\"subject-error\"", "The posters are too dark")
                .contains("aria-describedby=\"contact-error\"")
                .doesNotContain("id=\"clientWords-error\"");
    }

    @Test
    void whoCouldBeSeveralIsToldTheCandidates() {
        var form = form("birch");
        form.put("contact", "ar");

        assertThat(new Visitor(port, "manager").fillsIn("/issues/new", form).body())
                .contains("Several people match", "marketing@birch.example", "ceo@birch.example");
    }

    @Test
    void theSearchKnowsTheClientsOfWhoeverAsksAndNoOthers() {
        var manager = new Visitor(port, "manager");

        assertThat(manager.asks("/issues/contacts?q=malgorzata").body()).contains("marketing@cedar.example");
        assertThat(manager.asks("/issues/contacts?q=birch%20ceo").body())
                .contains("Charlotte Birch")
                .doesNotContain("Martin");
        assertThat(manager.asks("/issues/contacts?q=brandon").body()).isEqualTo("[]");
        assertThat(new Visitor(port, "manager2")
                        .asks("/issues/contacts?q=brandon")
                        .body())
                .contains("brand@maple.example");
        assertThat(new Visitor(port, "auditor")
                        .asks("/issues/contacts?q=brandon")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port, "manager").asks("/issues/contacts").body()).isEqualTo("[]");
    }

    @Test
    void anotherManagersContactIsNobody() {
        var answer = new Visitor(port, "manager").fillsIn("/issues/new", form("brand@maple.example"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("None of your clients").doesNotContain("MAPLE");
    }

    @Test
    void aSpecialistLogsWhatTheyWereToldAndIsThankedWithTheNumber() {
        var planner = new Visitor(port, "planner");

        var answer = planner.fillsIn("/issues/new", form("ceo@birch.example"));

        var back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).contains("/issues/new?logged=ISS-");
        assertThat(planner.opens(back.substring(back.indexOf("/issues"))).body())
                .contains("Logged as");
        assertThat(cases.find(back.replaceAll(".*logged=", "")).head().owner()).isEqualTo("manager");
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        var answer = new Visitor(port, "manager").posts("/issues/new", "{}");

        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private static Map<String, String> form(String contact) {
        return new HashMap<>(Map.of(
                "contact", contact,
                "channel", "PHONE",
                "subject", "The launch",
                "clientWords", "Will the posters be there on the first?"));
    }
}
