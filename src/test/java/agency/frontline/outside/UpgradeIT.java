package agency.frontline.outside;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.frontline.RealPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The databases of the last release lie in {@code src/test/resources/releases}, each as a script, with cases in the midst
 * of their way. {@code -Dfrontline.release=true} with {@code pg_dump} at hand makes them anew from the built application;
 * that is for whoever makes a release, and for nobody else.
 */
@DisplayName("The database of the last release: Frontline starts on it, and its cases go on (P14)")
class UpgradeIT {

    private static final String RELEASE = "0.1";

    private static final Path SCRIPTS = Path.of("src/test/resources/releases", RELEASE);

    private static final Map<String, String> DIAGNOSIS = Map.of(
            "issueKind", "QUESTION",
            "reallyNeeds", "To know that the launch date holds",
            "unsaid", "none heard",
            "diagnosis", "The print shop has not confirmed the slot",
            "view", "The date holds, with one proof round less",
            "confidence", "MEDIUM",
            "course", "ANSWER");

    private static final Map<String, String> REPLY = Map.of(
            "stance", "VIEW", "position", "The launch date holds.", "replyText", "We booked the slot this morning.");

    @TempDir
    Path directory;

    @Test
    @DisplayName("on H2")
    void onH2() throws Exception {
        Files.createDirectories(directory.resolve("data"));
        try (var database = DriverManager.getConnection(
                        "jdbc:h2:file:" + directory.resolve("data/frontline").toAbsolutePath(), "frontline", "");
                var statement = database.createStatement()) {
            statement.execute(script("h2.sql.gz"));
        }
        casesGoOn();
        try (var files = CaseFiles.onH2(directory)) {
            holds(files);
        }
    }

    @Test
    @DisplayName("on PostgreSQL")
    @EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
    void onPostgres() throws Exception {
        var database = RealPostgres.empty();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(script("postgresql.sql.gz"));
        }
        casesGoOn(
                "--spring.datasource.url=" + database.getUrl(),
                "--spring.datasource.username=" + database.getUser(),
                "--spring.datasource.password=");
        try (var files = CaseFiles.at(database.getUrl(), database.getUser())) {
            holds(files);
        }
    }

    private void casesGoOn(String... options) {
        try (var frontline = RunningFrontline.start(directory, options)) {
            var manager = Rest.as("manager", frontline);
            complete(manager, "Waits for its diagnosis", "diagnoseIssue", DIAGNOSIS);
            complete(manager, "Waits for its diagnosis", "replyToClient", REPLY);
            complete(manager, "Waits for its reply", "replyToClient", REPLY);
            var answered = only(manager.get("/api/cases?text=Waits%20for%20the%20client"));
            Rest.as("intake", frontline)
                    .post(
                            "/api/client-messages",
                            Map.of(
                                    "from",
                                    "ceo@birch.example",
                                    "text",
                                    "Thank you, that settles it.",
                                    "messageId",
                                    "after-the-upgrade",
                                    "inReplyTo",
                                    answered.path("businessKey").asText()));
            // If the release is old, it was asked after the client already.
            await("the answer is somebody's to read")
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> !task(manager, "Waits for the client", "confirmResolution")
                                    .isEmpty()
                            || !task(manager, "Waits for the client", "followUp")
                                    .isEmpty());
            assertThat(manager.get("/api/cases/" + answered.path("businessKey").asText())
                            .path("messages")
                            .toString())
                    .contains("that settles it");
            Rest.as("intake", frontline)
                    .post(
                            "/api/client-messages",
                            Map.of("from", "ceo@birch.example", "text", "And a new one.", "messageId", "a-new-one"));
            assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
        }
    }

    private static void holds(CaseFiles files) throws SQLException {
        assertThat(files.texts("select business_key from fl_case")).hasSize(5);
        files.nothingWaitsForNobody();
        files.registerAndEngineAgree();
    }

    /** Not a test of what is, but what the next release is measured by. */
    @Test
    @EnabledIfSystemProperty(named = "frontline.release", matches = "true", disabledReason = "makes the scripts anew")
    void makeTheScripts() throws Exception {
        Files.createDirectories(SCRIPTS);
        workOnSomeCases(directory.resolve("h2"));
        try (var database = DriverManager.getConnection(
                        "jdbc:h2:file:" + directory.resolve("h2/data/frontline").toAbsolutePath(), "frontline", "");
                var statement = database.createStatement()) {
            var text = new StringBuilder();
            try (var lines = statement.executeQuery("script nopasswords nosettings")) {
                while (lines.next()) {
                    var line = lines.getString(1);
                    // Whoever restores it is there already.
                    text.append(line.startsWith("CREATE USER") ? "" : line + "\n");
                }
            }
            write("h2.sql.gz", text.toString());
        }
        var postgres = RealPostgres.empty();
        workOnSomeCases(
                directory.resolve("postgresql"),
                "--spring.datasource.url=" + postgres.getUrl(),
                "--spring.datasource.username=" + postgres.getUser(),
                "--spring.datasource.password=");
        var dump = new ProcessBuilder(
                        "pg_dump",
                        "--inserts",
                        "--no-owner",
                        "-h",
                        "127.0.0.1",
                        "-p",
                        String.valueOf(postgres.getPortNumbers()[0]),
                        "-U",
                        postgres.getUser(),
                        postgres.getDatabaseName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var script = new String(dump.getInputStream().readAllBytes(), UTF_8);
        assertThat(dump.waitFor()).isZero();
        // Commands of psql are none of the server's.
        write(
                "postgresql.sql.gz",
                script.replaceAll("(?m)^\\\\.*$", "") + "select set_config('search_path', 'public', false);\n");
    }

    private static void workOnSomeCases(Path where, String... options) {
        try (var frontline = RunningFrontline.start(where, options)) {
            for (var subject : List.of(
                    "Waits for its diagnosis", "Waits for its reply", "Waits for the client", "Came to its end")) {
                Rest.as("intake", frontline)
                        .post(
                                "/api/client-messages",
                                Map.of(
                                        "from",
                                        "ceo@birch.example",
                                        "subject",
                                        subject,
                                        "text",
                                        "Will the posters be there on the first?",
                                        "messageId",
                                        subject.replace(' ', '-')));
            }
            var manager = Rest.as("manager", frontline);
            for (var subject : List.of("Waits for its reply", "Waits for the client", "Came to its end")) {
                complete(manager, subject, "diagnoseIssue", DIAGNOSIS);
            }
            for (var subject : List.of("Waits for the client", "Came to its end")) {
                complete(manager, subject, "replyToClient", REPLY);
            }
            for (var subject : List.of("Waits for the client", "Came to its end")) {
                await("'%s' waits for the client".formatted(subject))
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> only(manager.get("/api/cases?text=" + subject.replace(" ", "%20")))
                                .path("status")
                                .asText()
                                .equals("WAITING_FOR_CLIENT"));
            }
            var settled = only(manager.get("/api/cases?text=Came%20to%20its%20end"));
            Rest.as("intake", frontline)
                    .post(
                            "/api/client-messages",
                            Map.of(
                                    "from",
                                    "ceo@birch.example",
                                    "text",
                                    "Settled.",
                                    "messageId",
                                    "settled",
                                    "inReplyTo",
                                    settled.path("businessKey").asText()));
            complete(
                    manager,
                    "Came to its end",
                    "confirmResolution",
                    Map.of("resolution", "CONFIRMED", "purposeMet", "YES"));
            assertThat(frontline.stop()).isEqualTo(143);
        }
    }

    private static void complete(Rest manager, String subject, String step, Map<String, String> form) {
        var open = await("'%s' waits at %s".formatted(subject, step))
                .atMost(Duration.ofMinutes(1))
                .until(() -> task(manager, subject, step), found -> !found.isEmpty());
        var variables = new LinkedHashMap<String, Object>();
        form.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        manager.post(
                "/engine-rest/task/" + only(open).path("id").asText() + "/submit-form",
                new HashMap<>(Map.of("variables", variables)));
    }

    private static JsonNode task(Rest manager, String subject, String step) {
        var found = only(manager.get("/api/cases?text=" + subject.replace(" ", "%20")));
        return manager.get("/engine-rest/task?taskDefinitionKey=" + step + "&processInstanceBusinessKey="
                + found.path("businessKey").asText());
    }

    private static JsonNode only(JsonNode found) {
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static String script(String name) throws IOException {
        try (var packed = new GZIPInputStream(Files.newInputStream(SCRIPTS.resolve(name)))) {
            return new String(packed.readAllBytes(), UTF_8);
        }
    }

    private static void write(String name, String script) throws IOException {
        try (var packed = new GZIPOutputStream(Files.newOutputStream(SCRIPTS.resolve(name)))) {
            packed.write(script.getBytes(UTF_8));
        }
    }
}
