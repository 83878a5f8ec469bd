package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** On a small disk of its own, which only root can make; {@code H2FileIT} has the short form. */
@DisplayName("The disk under the H2 file is full, and Frontline says so, loses nothing, and goes on when there is room")
@EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
class DiskFullIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path directory;

    private Path disk;

    @BeforeEach
    void mountASmallDisk() throws Exception {
        disk = Files.createDirectory(directory.resolve("data"));
        assumeThat(run("mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", disk.toString()))
                .as("a disk can be made, which takes root")
                .isZero();
    }

    @AfterEach
    void unmountIt() throws Exception {
        run("umount", disk.toString());
    }

    @Test
    @DisplayName(
            "mail stays on its server, people read 'storage full', the log has a line, and all is there afterwards (C14)")
    void full() throws Exception {
        var acknowledged = new ArrayList<String>();
        var mails = new ArrayList<String>();
        try (var mail = StandingMailServer.started();
                var frontline =
                        RunningFrontline.start(directory, mail.options("--frontline.database.spare-room=2MB"))) {
            var ceo = mail.correspondent("ceo@birch.example");
            mails.add(ceo.writes("Before", "Is all well?"));
            ceo.gets("an answer", letter -> letter.subject().contains("Before"));

            var ballast = disk.resolve("ballast");
            Files.write(ballast, new byte[(int) Files.getFileStore(disk).getUsableSpace() - 300_000]);
            HttpResponse<String> answer = post(frontline, "first");
            for (int number = 1; answer.statusCode() == 202 && number < 100; number++) {
                acknowledged.add(answer.body());
                answer = post(frontline, "number-" + number);
            }

            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(507);
            assertThat(answer.body()).contains("The storage of Frontline is full. Nothing has changed");
            assertThat(answer.headers().firstValue("Retry-After")).contains("30");
            awaitStatus(frontline, "/actuator/health/readiness", 503);
            assertThat(status(frontline, "/actuator/health/liveness")).isEqualTo(200);
            mails.add(ceo.writes("Meanwhile", "Is all well?"));
            mail.awaitSilence();
            assertThat(post(frontline, "later").statusCode()).isEqualTo(507);
            assertThat(frontline.log().lines().filter(line -> line.contains(" ERROR ")))
                    .as("what the log says of it")
                    .hasSizeBetween(1, 2)
                    .allMatch(line -> line.contains("is full"));
            assertThat(frontline.log()).doesNotContain("\tat ");

            Files.delete(ballast);
            awaitStatus(frontline, "/actuator/health/readiness", 200);
            ceo.gets("an answer", letter -> letter.subject().contains("Meanwhile"));
            await("work is taken again")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> post(frontline, "after").statusCode() == 202);
            mail.awaitSilence();
            assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
        }
        try (var files = CaseFiles.onH2(directory)) {
            assertThat(files.texts("select business_key from fl_client_message"))
                    .hasSize(acknowledged.size() + 1)
                    .allSatisfy(key -> assertThat(files.texts("select business_key from fl_case"))
                            .contains(key));
            files.eachMailIsInOneCase(List.copyOf(mails));
            files.noCaseIsThereTwice(acknowledged.size() + 1 + mails.size());
            files.nothingWaitsForNobody();
            files.registerAndEngineAgree();
            files.eachMailOfOursIsSettled();
        }
    }

    private static HttpResponse<String> post(RunningFrontline frontline, String id) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(frontline.uri("/api/client-messages"))
                        .timeout(Duration.ofSeconds(60))
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString("intake:demo".getBytes()))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(
                                """
                                {"from": "marketing@cedar.example", "text": "Is all well with %1$s?", "messageId": "%1$s"}"""
                                        .formatted(id)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static void awaitStatus(RunningFrontline frontline, String path, int status) {
        await(path + " answers " + status)
                .atMost(Duration.ofMinutes(1))
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

    private static int run(String... command) throws Exception {
        var process = new ProcessBuilder(command).inheritIO().start();
        return process.waitFor(30, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }
}
