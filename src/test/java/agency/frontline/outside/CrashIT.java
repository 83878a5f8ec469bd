package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A process killed anywhere on the way of a mail loses nothing and does nothing twice")
class CrashIT {

    private static final int KILLED = 137;

    private static final String CLIENT = "ceo@birch.example";

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

    @ParameterizedTest(name = "{0}: kill -9 {2}")
    @CsvSource({
        "C01, inbox.fetched, 'after the fetch, before the inbox commits'",
        "C02, inbox.stored, 'after the inbox commit, before the mail is marked as seen'",
        "C03, inbox.seen, 'after the mail is marked as seen, before it is understood'",
        "C04, inbox.correlating, 'inside the transaction that opens the case'",
        "C05, outbox.committed, 'after the outbox commit, before the mail server hears of it'",
        "C06, outbox.accepted, 'after the mail server took the mail, before that is noted'"
    })
    void theClientIsHeardOnceAndAnsweredOnce(String row, String point, String when) throws Exception {
        String sent;
        try (var doomed = RunningFrontline.start(directory, mailServer.options("-Dfrontline.crash-at=" + point))) {
            sent = client.writes("The launch " + row, "Will the posters be there on the first?");
            assertThat(doomed.awaitEnd(Duration.ofMinutes(2)))
                    .withFailMessage(doomed::log)
                    .isEqualTo(KILLED);
        }
        String later;
        try (var again = RunningFrontline.start(directory, mailServer.options())) {
            assertThat(theOnlyCase(again, "The launch " + row).path("owner").asText())
                    .isEqualTo("manager");
            answered("The launch " + row);
            // What would come twice has come by the time that a later mail is answered.
            later = client.writes("The budget " + row, "And what will it cost?");
            theOnlyCase(again, "The budget " + row);
            answered("The budget " + row);
            assertThat(again.stop()).withFailMessage(again::log).isEqualTo(143);
            assertThat(Files.size(directory.resolve("data/frontline.mv.db")))
                    .as("bytes of the database file after a clean stop: %s", again.log())
                    .isLessThan(4 * 1024 * 1024);
        }
        var answers = client.mailbox().stream()
                .filter(mail -> mail.subject().contains("The launch " + row))
                .map(Correspondent.Received::messageId)
                .toList();
        assertThat(answers).as("answers, by Message-ID").containsOnly(answers.get(0));
        assertThat(answers).hasSizeLessThanOrEqualTo(row.equals("C06") ? 2 : 1);
        try (var files = CaseFiles.onH2(directory)) {
            files.eachMailIsInOneCase(List.of(sent, later));
            files.noCaseIsThereTwice(2);
            files.nothingWaitsForNobody();
            files.registerAndEngineAgree();
            files.eachMailOfOursIsSettled();
        }
    }

    private JsonNode theOnlyCase(RunningFrontline frontline, String subject) {
        var director = Rest.as("director", frontline);
        var path = "/api/cases?text=" + subject.replace(" ", "%20");
        var cases = await("a case about '" + subject + "'")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> director.get(path), found -> !found.isEmpty());
        assertThat(cases).hasSize(1);
        return cases.get(0);
    }

    private void answered(String subject) {
        client.gets("an answer to '" + subject + "'", mail -> mail.subject().contains(subject));
    }
}
