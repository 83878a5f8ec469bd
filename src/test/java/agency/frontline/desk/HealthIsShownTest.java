package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.casefile.Promises;
import agency.frontline.client.Client;
import agency.frontline.story.Cases;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
@DisplayName("How a client is, with its reasons, for those who may see the client")
class HealthIsShownTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Promises promises;

    /** A Monday that no story uses, for each client here is its own test's and there are only so many story days. */
    @BeforeEach
    void itIsMonday() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2025-02-10T09:30:00Z")));
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
    void whoMaySeeTheClientMaySeeItsHealth(String user, int expected) {
        var visitor = new Visitor(port, user);
        assertThat(visitor.asks("/api/clients/BIRCH").statusCode()).isEqualTo(expected);
        assertThat(visitor.asks("/api/clients/BIRCH/health").statusCode()).isEqualTo(expected);
    }

    @Test
    void aProgramReadsTheColourItsThreeFactsAndWhenTheyWereSo() {
        var client = brokenPromise();
        var answer = new Visitor(port, "manager").asks("/api/clients/" + client.code() + "/health");
        assertThat(answer.body())
                .isEqualTo(
                        """
                        {"health":"AMBER","facts":["0 of 1 promise kept in 90 days","0 of 1 issue came back in 90 days",\
                        "Nobody answered a pulse in 90 days"],"computedAt":"%s"}"""
                                .formatted(cases.now()));
        assertThat(new Visitor(port, "manager")
                        .asks("/api/clients/NOBODY/health")
                        .statusCode())
                .isEqualTo(404);
        assertThat(new Visitor(port, "manager").asks("/v3/api-docs").body())
                .contains("/api/clients/{code}/health", "the three facts that made it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager", "director", "auditor"})
    void aPersonReadsTheWordAndTheFactsAboveTheClientsCases(String user) {
        var client = brokenPromise();
        assertThat(new Visitor(port, user)
                        .opens("/cases?client=" + client.code())
                        .body())
                .contains("<span class=\"status amber\">Amber</span>", "<li>0 of 1 promise kept in 90 days</li>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"manager2", "planner"})
    void nobodyElseReadsIt(String user) {
        var client = brokenPromise();
        var page = new Visitor(port, user).opens("/cases?client=" + client.code());
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("promise kept");
    }

    @Test
    void withoutAClientThereIsNoHealth() {
        assertThat(new Visitor(port, "director").opens("/cases").body()).doesNotContain("id=\"health\"");
        assertThat(new Visitor(port, "director").opens("/cases?client=NOBODY").body())
                .doesNotContain("id=\"health\"");
    }

    private Client brokenPromise() {
        var client = cases.clientLike("BIRCH");
        var issue = cases.mailFrom(client.contacts().get(0).email(), "The posters", "When do they come?");
        promises.make(issue.key(), client.code(), "A proof", "manager", cases.now());
        return client;
    }
}
