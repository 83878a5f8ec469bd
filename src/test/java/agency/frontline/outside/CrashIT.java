package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.frontline.RealPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short form, all places one after the other, is part of {@code verify}; each alone, on both databases, of {@code -Pfaults}. */
@DisplayName("A process killed anywhere on the way of a mail loses nothing and does nothing twice")
class CrashIT {

    private static final int KILLED = 137;

    private static final String CLIENT = "ceo@birch.example";

    /** In the order in which a mail comes past them. */
    private enum Place {
        C01("inbox.fetched", "after the fetch, before the inbox commits"),
        C02("inbox.stored", "after the inbox commit, before the mail is marked as seen"),
        C03("inbox.seen", "after the mail is marked as seen, before it is understood"),
        C04("inbox.correlating", "inside the transaction that opens the case"),
        C05("outbox.committed", "after the outbox commit, before the mail server hears of it"),
        C06("outbox.accepted", "after the mail server took the mail, before that is noted");

        final String crashPoint;
        final String when;

        Place(String crashPoint, String when) {
            this.crashPoint = crashPoint;
            this.when = when;
        }

        String option() {
            return "-Dfrontline.crash-at=" + crashPoint;
        }

        @Override
        public String toString() {
            return name() + ": kill -9 " + when;
        }
    }

    @TempDir
    Path directory;

    private StandingMailServer mailServer;
    private Correspondent client;

    @BeforeEach
    void startMailServer() {
        mailServer = StandingMailServer.started();
        client = mailServer.correspondent(CLIENT);
    }

    @AfterEach
    void stopMailServer() {
        mailServer.close();
    }

    @Test
    @DisplayName("a mail on whose way it dies at each place, one after the other (C01–C06)")
    void atAllPlacesOneAfterTheOther() throws Exception {
        String sent = client.writes("The launch", "Will the posters be there on the first?");
        for (var place : Place.values()) {
            killedAt(place);
        }
        heardOnceAndAnsweredOnce(sent, 2);
        try (var files = CaseFiles.onH2(directory)) {
            holds(files, sent);
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(Place.class)
    @EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
    void atOnePlaceOnH2(Place place) throws Exception {
        String sent = client.writes("The launch", "Will the posters be there on the first?");
        killedAt(place);
        heardOnceAndAnsweredOnce(sent, place == Place.C06 ? 2 : 1);
        try (var files = CaseFiles.onH2(directory)) {
            holds(files, sent);
        }
    }

    @ParameterizedTest(name = "{0}, on PostgreSQL")
    @EnumSource(Place.class)
    @EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
    void atOnePlaceOnPostgres(Place place) throws Exception {
        var database = RealPostgres.empty();
        String[] postgres = {
            "--spring.datasource.url=" + database.getUrl(),
            "--spring.datasource.username=" + database.getUser(),
            "--spring.datasource.password="
        };
        String sent = client.writes("The launch", "Will the posters be there on the first?");
        killedAt(place, postgres);
        heardOnceAndAnsweredOnce(sent, place == Place.C06 ? 2 : 1, postgres);
        try (var files = CaseFiles.at(database.getUrl(), database.getUser())) {
            holds(files, sent);
        }
    }

    @Test
    @DisplayName("a report that is rendered but not handed in: nobody sees half of it, and it goes out once (C07)")
    @EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
    void whenTheReportIsRendered() throws Exception {
        try (var doomed =
                RunningFrontline.start(directory, mailServer.options("-Dfrontline.crash-at=report.rendered"))) {
            var manager = Rest.as("manager", doomed);
            manager.post(
                    "/engine-rest/process-definition/key/conferenceReport/submit-form",
                    variables(Map.of("contact", CLIENT, "channel", "VIDEO", "subject", "The launch")));
            var task = manager.get("/engine-rest/task?taskDefinitionKey=writeConferenceReport")
                    .get(0)
                    .path("id")
                    .asText();
            manager.post(
                    "/engine-rest/task/" + task + "/submit-form",
                    variables(Map.of("decisions", "The launch stays on 1 March.", "sendNow", true)));
            assertThat(doomed.awaitEnd(Duration.ofMinutes(4)))
                    .withFailMessage(doomed::log)
                    .isEqualTo(KILLED);
        }
        assertThat(client.mailbox()).isEmpty();
        try (var again = RunningFrontline.start(directory, mailServer.options())) {
            answered("The launch");
            assertThat(again.stop()).withFailMessage(again::log).isEqualTo(143);
        }
        assertThat(client.mailbox())
                .filteredOn(mail -> mail.subject().contains("The launch"))
                .hasSize(1);
        try (var files = CaseFiles.onH2(directory)) {
            assertThat(files.texts("select name from fl_attachment")).hasSize(1);
            files.nothingWaitsForNobody();
            files.registerAndEngineAgree();
        }
    }

    private static Map<String, Object> variables(Map<String, Object> values) {
        var variables = new HashMap<String, Object>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    private void killedAt(Place place, String... options) {
        var all = Stream.concat(Stream.of(mailServer.options(place.option())), Stream.of(options))
                .toArray(String[]::new);
        try (var doomed = RunningFrontline.launch(directory, all)) {
            assertThat(doomed.awaitEnd(Duration.ofMinutes(4)))
                    .withFailMessage(() -> place + " did not happen: " + doomed.log())
                    .isEqualTo(KILLED);
        }
    }

    private String later;

    private void heardOnceAndAnsweredOnce(String sent, int copies, String... options) throws Exception {
        try (var again = RunningFrontline.start(directory, mailServer.options(options))) {
            assertThat(theOnlyCase(again, "The launch").path("owner").asText()).isEqualTo("manager");
            answered("The launch");
            // What would come twice has come by the time that a later mail is answered.
            later = client.writes("The budget", "And what will it cost?");
            theOnlyCase(again, "The budget");
            answered("The budget");
            // What its sender had in hand when it died is nobody's for two minutes on a database that others may share.
            await("what may go out twice")
                    .atMost(Duration.ofMinutes(4))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> copiesOf("The launch") >= copies);
            assertThat(again.stop()).withFailMessage(again::log).isEqualTo(143);
            if (options.length == 0) {
                assertThat(Files.size(directory.resolve("data/frontline.mv.db")))
                        .as("bytes of the database file after a clean stop: %s", again.log())
                        .isLessThan(4 * 1024 * 1024);
            }
        }
        var answers = client.mailbox().stream()
                .filter(mail -> mail.subject().contains("The launch"))
                .map(Correspondent.Received::messageId)
                .toList();
        assertThat(answers).as("answers to %s, by Message-ID", sent).containsOnly(answers.get(0));
        assertThat(answers).hasSizeLessThanOrEqualTo(copies);
    }

    private long copiesOf(String subject) {
        return client.mailbox().stream()
                .filter(mail -> mail.subject().contains(subject))
                .count();
    }

    private void holds(CaseFiles files, String sent) throws Exception {
        files.eachMailIsInOneCase(List.of(sent, later));
        files.noCaseIsThereTwice(2);
        files.nothingWaitsForNobody();
        files.registerAndEngineAgree();
        files.eachMailOfOursIsSettled();
    }

    private static JsonNode theOnlyCase(RunningFrontline frontline, String subject) {
        var director = Rest.as("director", frontline);
        var path = "/api/cases?text=" + subject.replace(" ", "%20");
        var cases = await("a case about '" + subject + "'")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> director.get(path), found -> !found.isEmpty());
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    /** A sender that died holds what it had in hand for two minutes, where several may share a database. */
    private void answered(String subject) {
        await("an answer to '" + subject + "'")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> client.mailbox().stream()
                        .anyMatch(mail -> mail.subject().contains(subject)));
    }
}
