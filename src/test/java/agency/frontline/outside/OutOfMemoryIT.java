package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The memory of a small JVM is really used up, by the thread that sends the report or fetches the mail. */
@DisplayName(
        "What the memory is too small for fails alone, is seen by somebody, and nothing acknowledged is lost (C16)")
@EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
class OutOfMemoryIT {

    private static final String CLIENT = "ceo@birch.example";
    private static final String DIRECTOR = "director@frontline.example";
    private static final String SMALL = "-Xmx200m";
    private static final String USED_UP = "-Dfrontline.out-of-memory-at=report.rendered";

    /** What the JVM ends with at {@code ExitOnOutOfMemoryError}. */
    private static final int OUT_OF_MEMORY = 3;

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
    @DisplayName(
            "in a report Frontline lives and works on; it is tried again, then shown to somebody, and goes out once")
    void itLives() throws Exception {
        String meanwhile;
        try (var small = RunningFrontline.start(directory, mailServer.options(SMALL, USED_UP))) {
            aReportIsWritten(small);
            var job = failedReport(small, 6);
            assertThat(job.path("exceptionMessage").asText()).contains("Java heap space");

            var owner = Rest.as("owner", small);
            // As if the other tries had been: seventeen hours of them.
            owner.put(
                    "/engine-rest/job/" + job.path("id").asText() + "/retries",
                    Map.of("retries", 1, "dueDate", "2020-01-01T00:00:00.000+0000"));
            failedReport(small, 0);
            assertThat(owner.get("/actuator/health")
                            .at("/components/stuck/details/failed-step")
                            .asInt())
                    .as("what the page of stuck work shows as well")
                    .isEqualTo(1);

            meanwhile = client.writes("The budget", "And what will it cost?");
            client.gets("an answer", mail -> mail.subject().contains("The budget"));
            assertThat(Rest.as("manager", small).get("/engine-rest/task?taskDefinitionKey=diagnoseIssue"))
                    .hasSize(1);
            assertThat(copiesOf("The launch")).isZero();
            assertThat(small.stop()).withFailMessage(small::log).isEqualTo(143);
        }
        try (var larger = RunningFrontline.start(directory, mailServer.options())) {
            tryAgain(larger, failedReport(larger, 0).path("id").asText());
            goesOutOnce(larger);
        }
        holds(List.of(meanwhile), 1, 1);
    }

    @Test
    @DisplayName(
            "told to exit at once (ExitOnOutOfMemoryError), it does; the report and what has come meanwhile come through")
    void itExits() throws Exception {
        String before;
        String meanwhile;
        try (var small =
                RunningFrontline.start(directory, mailServer.options(SMALL, USED_UP, "-XX:+ExitOnOutOfMemoryError"))) {
            before = client.writes("The budget", "And what will it cost?");
            client.gets("an answer", mail -> mail.subject().contains("The budget"));
            aReportIsWritten(small);
            assertThat(small.awaitEnd(Duration.ofMinutes(4)))
                    .withFailMessage(small::log)
                    .isEqualTo(OUT_OF_MEMORY);
            meanwhile = client.writes("The fair", "Are you coming?");
        }
        assertThat(copiesOf("The launch")).isZero();
        try (var again = RunningFrontline.start(directory, mailServer.options())) {
            client.gets("an answer", mail -> mail.subject().contains("The fair"));
            goesOutOnce(again);
        }
        holds(List.of(before, meanwhile), 2, 1);
    }

    @Test
    @DisplayName(
            "a mail for which it is too small stays on its server, somebody hears of it, and it comes when there is more")
    void aMailWaits() throws Exception {
        String large;
        try (var small = RunningFrontline.start(
                directory, mailServer.options(SMALL, "-Dfrontline.out-of-memory-at=inbox.fetched"))) {
            large = client.writes("The film", "Have a look.");
            await("somebody is told")
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> mailServer.correspondent(DIRECTOR).mailbox().stream()
                            .anyMatch(notice -> notice.subject().contains("A mail that nobody sees")));
            assertThat(small.stop()).withFailMessage(small::log).isEqualTo(143);
        }
        try (var larger = RunningFrontline.start(directory, mailServer.options())) {
            client.gets("an answer", mail -> mail.subject().contains("The film"));
            assertThat(larger.stop()).withFailMessage(larger::log).isEqualTo(143);
        }
        holds(List.of(large), 1, 0);
    }

    private static void aReportIsWritten(RunningFrontline frontline) {
        var manager = Rest.as("manager", frontline);
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
    }

    private static Map<String, Object> variables(Map<String, Object> values) {
        var variables = new HashMap<String, Object>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value)));
        return Map.of("variables", variables);
    }

    /** The report's job, when it has failed and has so many tries left. */
    private static JsonNode failedReport(RunningFrontline frontline, int triesLeft) {
        var owner = Rest.as("owner", frontline);
        return await("a report that failed, with " + triesLeft + " tries left")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> owner.get("/engine-rest/job?withException=true"),
                        failed -> failed.size() == 1
                                && failed.get(0)
                                        .path("failedActivityId")
                                        .asText()
                                        .equals("sendConferenceReport")
                                && failed.get(0).path("retries").asInt() == triesLeft)
                .get(0);
    }

    /** As the button on the page of what is stuck does. */
    private static void tryAgain(RunningFrontline frontline, String job) throws Exception {
        var browser = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        var login = "Basic " + Base64.getEncoder().encodeToString("owner:demo".getBytes(StandardCharsets.UTF_8));
        var page = browser.send(
                HttpRequest.newBuilder(frontline.uri("/stuck"))
                        .header("Authorization", login)
                        .build(),
                BodyHandlers.ofString());
        var form = Jsoup.parse(page.body()).expectForm("form[action$=/" + job + "]");
        var fields = form.formData().stream()
                .map(field -> field.key() + "=" + URLEncoder.encode(field.value(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var done = browser.send(
                HttpRequest.newBuilder(frontline.uri(form.attr("action")))
                        .header("Authorization", login)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(fields))
                        .build(),
                BodyHandlers.ofString());
        assertThat(done.statusCode()).as(done.body()).isEqualTo(302);
    }

    private void goesOutOnce(RunningFrontline frontline) {
        // A job that nobody has waited for is looked for once a minute.
        await("the report")
                .atMost(Duration.ofMinutes(4))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> copiesOf("The launch") > 0);
        mailServer.awaitSilence();
        assertThat(copiesOf("The launch")).isEqualTo(1);
        assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
    }

    private long copiesOf(String subject) {
        return client.mailbox().stream()
                .filter(mail -> mail.subject().contains(subject))
                .count();
    }

    private void holds(List<String> mails, int issues, int reports) throws Exception {
        try (var files = CaseFiles.onH2(directory)) {
            assertThat(files.texts("select name from fl_attachment")).hasSize(reports);
            files.eachMailIsInOneCase(mails);
            assertThat(files.texts("select business_key from fl_case where process = 'clientIssue'"))
                    .hasSize(issues);
            files.nothingWaitsForNobody();
            files.registerAndEngineAgree();
            files.eachMailOfOursIsSettled();
        }
    }
}
