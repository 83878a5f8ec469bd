package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The database goes away and comes back, and Frontline needs no hand to go on")
class DatabaseAwayIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    @Test
    @DisplayName(
            "away at start, it is waited for (C13); cut off at work (C12) or killed (C11), Frontline lives, is not ready, and heals")
    void awayAtStartAndAtWork() throws Exception {
        try (var database = MortalPostgres.started();
                var mail = StandingMailServer.started();
                var cable = Cable.to(database.port());
                var frontline = RunningFrontline.launch(
                        directory,
                        mail.options(
                                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/postgres"
                                        .formatted(cable.port()),
                                "--spring.datasource.username=postgres",
                                // Ten seconds of patience where the product has thirty: the test waits for its end
                                // thrice.
                                "--spring.datasource.hikari.connection-timeout=10000",
                                "--spring.datasource.password="))) {
            var ceo = mail.correspondent("ceo@birch.example");
            await("it waits for its database")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> !frontline.isAlive()
                            || frontline.log().contains("The database is not there yet; the next look is in 4 s."));
            assertThat(frontline.isAlive()).withFailMessage(frontline::log).isTrue();
            cable.plugIn();
            frontline.awaitReady();
            var before = ceo.writes("Before the cut", "Is all well?");
            ceo.gets("an answer", letter -> letter.subject().contains("Before the cut"));

            cable.pullOut();
            awaitStatus(frontline, "/actuator/health/readiness", 503);
            assertThat(status(frontline, "/actuator/health/liveness")).isEqualTo(200);
            var during = ceo.writes("During the cut", "Is all well?");

            cable.plugIn();
            awaitStatus(frontline, "/actuator/health/readiness", 200);
            ceo.gets("an answer", letter -> letter.subject().contains("During the cut"));
            var intake = Rest.as("intake", frontline);
            intake.post(
                    "/api/client-messages",
                    Map.of("from", "ceo@birch.example", "text", "And now?", "messageId", "after-the-cut"));

            database.kill();
            var whileDead = ceo.writes("While it was dead", "Is all well?");
            awaitStatus(frontline, "/actuator/health/readiness", 503);
            database.start();
            awaitStatus(frontline, "/actuator/health/readiness", 200);
            ceo.gets("an answer", letter -> letter.subject().contains("While it was dead"));
            assertThat(intake.post(
                                    "/api/client-messages",
                                    Map.of(
                                            "from",
                                            "ceo@birch.example",
                                            "text",
                                            "And now?",
                                            "messageId",
                                            "after-the-cut"))
                            .path("outcome")
                            .asText())
                    .as("what was acknowledged just before it died")
                    .isEqualTo("REPEATED");
            mail.awaitSilence();
            assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
            try (var files = CaseFiles.at(database.url(), "postgres")) {
                files.eachMailIsInOneCase(List.of(before, during, whileDead));
                files.noCaseIsThereTwice(4);
                files.nothingWaitsForNobody();
                files.registerAndEngineAgree();
                files.eachMailOfOursIsSettled();
            }
        }
    }

    @Test
    @DisplayName("a second Frontline on the same H2 file says so and ends with 1; the first one works on (C22)")
    void aSecondOneOnTheSameFile() {
        try (var first = RunningFrontline.start(directory)) {
            var second = RunningFrontline.launch(directory);
            assertThat(second.awaitEnd(Duration.ofMinutes(3)))
                    .withFailMessage(second::log)
                    .isEqualTo(1);
            assertThat(second.log())
                    .contains("Another Frontline has this H2 database open")
                    .doesNotContain("\tat ");

            Rest.as("intake", first)
                    .post(
                            "/api/client-messages",
                            Map.of("from", "ceo@birch.example", "text", "Still there?", "messageId", "still-there"));
            assertThat(first.stop()).withFailMessage(first::log).isEqualTo(143);
        }
    }

    private static void awaitStatus(RunningFrontline frontline, String path, int status) {
        await(path + " answers " + status)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> status(frontline, path) == status);
    }

    private static int status(RunningFrontline frontline, String path) throws IOException, InterruptedException {
        return HTTP.send(
                        HttpRequest.newBuilder(frontline.uri(path))
                                .timeout(Duration.ofSeconds(60))
                                .build(),
                        BodyHandlers.discarding())
                .statusCode();
    }
}
