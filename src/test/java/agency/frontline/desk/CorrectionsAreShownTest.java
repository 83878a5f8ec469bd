package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.client.Client;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("What had to be put right with a client, on one page for those who may see the client (C-88)")
class CorrectionsAreShownTest {

    private static final String HOSTILE = "<script>alert('x')</script> ${7*191}\u202E";

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    /** A Monday that no story uses. */
    @BeforeEach
    void itIsMonday() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-03-03T09:30:00Z")));
    }

    @AfterEach
    void itIsToday() {
        ClockUtil.reset();
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource({
        "manager, 200",
        "manager2, 404",
        "director, 200",
        "auditor, 200",
        "planner, 404",
        "owner, 404",
        "intake, 403",
        "admin, 403",
        "'', 401"
    })
    void whoMaySeeTheClientMaySeeWhatWasPutRight(String user, int expected) {
        assertThat(new Visitor(port, user)
                        .asks("/api/clients/BIRCH/corrections")
                        .statusCode())
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} gets {1}")
    @CsvSource({"manager, 200", "manager2, 404", "director, 200", "auditor, 200", "planner, 404", "intake, 403"})
    void andSoIsThePage(String user, int expected) {
        var page = new Visitor(port, user).opens("/clients/BIRCH/corrections");
        assertThat(page.statusCode()).isEqualTo(expected);
        if (expected != 200) {
            assertThat(page.body()).doesNotContain("Minor to significant");
        }
    }

    @Test
    void aProgramReadsEachWithItsRuleItsWarningAndWhatCameBefore() throws Exception {
        var client = cases.clientLike("BIRCH");
        var first = held(client, row("Proofs a day earlier", "SCHEDULE_SLIGHT", "2025-03-12"));
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(Duration.ofDays(7))));
        var second = held(client, row("A third of the budget is gone", "BUDGET_GREAT", null));
        cases.openOfClient(client.code(), "correctionReview")
                .get(0)
                .does("manager", "lookBackAtCorrection", Map.of("couldHaveSeen", "In the report of January."));

        var answer = new Visitor(port, "manager").asks("/api/clients/" + client.code() + "/corrections");
        assertThat(answer.statusCode()).isEqualTo(200);
        var body = new ObjectMapper().readTree(answer.body());
        assertThat(body.path("minor").asInt()).isEqualTo(1);
        assertThat(body.path("significant").asInt()).isEqualTo(1);
        assertThat(body.path("daysOfWarning").asInt()).isEqualTo(9);
        assertThat(body.path("steadied").toString()).isEqualTo("{\"withoutSeniors\":0,\"of\":0}");
        var newest = body.path("corrections").path(0);
        assertThat(newest.path("what").asText()).isEqualTo("A third of the budget is gone");
        assertThat(newest.path("size").asText()).isEqualTo("SIGNIFICANT");
        assertThat(newest.path("why").asText()).isEqualTo("The money that was agreed does not do.");
        assertThat(newest.path("changes").toString())
                .isEqualTo("{\"scope\":\"NONE\",\"budget\":\"GREAT\",\"schedule\":\"NONE\",\"premise\":\"HOLDS\"}");
        assertThat(newest.path("businessKey").asText()).isEqualTo(second.key());
        assertThat(newest.path("couldHaveSeen").asText()).isEqualTo("In the report of January.");
        assertThat(newest.path("touchBasesBefore").toString())
                .isEqualTo(
                        """
                        [{"businessKey":"%s","day":"2025-03-03","channel":"PHONE","putRight":["Proofs a day earlier"]}]"""
                                .formatted(first.key()));
        assertThat(body.path("corrections").path(1).path("daysOfWarning").asInt())
                .isEqualTo(9);

        var manager = new Visitor(port, "manager");
        assertThat(manager.asks("/api/clients/" + client.code() + "/corrections?days=3")
                        .body())
                .contains("\"minor\":0,\"significant\":1");
        assertThat(manager.asks("/api/clients/" + client.code() + "/corrections?days=soon")
                        .statusCode())
                .isEqualTo(400);
        assertThat(manager.asks("/v3/api-docs").body())
                .contains("/api/clients/{code}/corrections", "when could we have seen it?");
    }

    @Test
    @DisplayName("a person reads the figures, the rule, the answer and the talks before, and what was written is text")
    void aPersonReadsIt() {
        var client = cases.clientLike("BIRCH");
        held(client, row(HOSTILE, "SCHEDULE_SLIGHT", "2025-03-12"));
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(Duration.ofDays(7))));
        var talk = held(client, row("The fair is off", "SCOPE_GREAT", "2025-03-09"));
        var page = new Visitor(port, "manager")
                .opens("/clients/" + client.code() + "/corrections")
                .body();
        assertThat(page)
                .contains(
                        "<dd>1 : 1</dd>",
                        "The fair is off",
                        "What will be done is very different from what was agreed.",
                        "<dd>1 day too late (2 of them name a day)</dd>",
                        "<strong>1 day too late</strong>",
                        "9 days of warning",
                        "Nobody has answered yet.",
                        "Touch-bases of the thirty days before",
                        "<a href=\"/cases/" + talk.key() + "\">",
                        "no plan was doubted",
                        "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; ${7*191}")
                .doesNotContain("<script>alert", "1337");
        assertThat(page)
                .as("what turns the line round keeps to itself")
                .contains("<h2 class=\"words\" dir=\"auto\">&lt;script&gt;");
        assertThat(new Visitor(port, "manager").opens("/cases/" + talk.key()).body())
                .contains("Corrections", "What will be done is very different from what was agreed.");
        assertThat(new Visitor(port, "manager")
                        .opens("/cases?client=" + client.code())
                        .body())
                .contains("<a href=\"/clients/" + client.code() + "/corrections\">");
    }

    @Test
    void whereThereIsNothingThePageSaysSo() {
        var client = cases.clientLike("BIRCH");
        assertThat(new Visitor(port, "director")
                        .opens("/clients/" + client.code() + "/corrections")
                        .body())
                .contains("Nothing had to be put right, or nobody has noted it.", "not known yet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/clients/NOBODY/corrections", "/clients/%3Cb%3E/corrections"})
    void aClientThatDoesNotExistIsNotFound(String path) {
        assertThat(new Visitor(port, "director").opens(path).statusCode()).isEqualTo(404);
    }

    private Case held(Client client, SpinJsonNode row) {
        var ceo = client.contacts().get(0).email();
        return cases.started("manager", "touchBase", Map.of("contact", ceo))
                .does("manager", "prepareTouchBase", Map.of())
                .does(
                        "manager",
                        "holdTouchBase",
                        Map.of(
                                "channel",
                                "PHONE",
                                "attendees",
                                Spin.JSON("[]").append(ceo).append("manager"),
                                "clientSaid",
                                "It has to change.",
                                "corrections",
                                Spin.JSON("[]").append(row),
                                "nextSteps",
                                Spin.JSON("[]"),
                                "sendSummary",
                                false));
    }

    private static SpinJsonNode row(String what, String change, String bitesOn) {
        var row = Spin.JSON("{}")
                .prop("what", what)
                .prop("changes", Spin.JSON("[]").append(change));
        return bitesOn == null ? row : row.prop("bitesOn", bitesOn);
    }
}
