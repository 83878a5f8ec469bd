package agency.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./mvnw -Pbench verify}, with {@code -Dbench.lifecycles=2000} and {@code -Dbench.warm-up=200} as it likes.
 * Prints a table and keeps it as {@code target/benchmark.md}; judges no time, for machines differ.
 */
class Benchmark {

    private static final int LIFECYCLES = Integer.getInteger("bench.lifecycles", 2000);
    private static final int WARM_UP = Integer.getInteger("bench.warm-up", 200);
    private static final int IN_FLIGHT = Integer.getInteger("bench.in-flight", 40);
    private static final String POLL_INTERVAL = "PT0.2S";

    /** As in application.yaml, for both: what a commit costs must not make the difference. */
    private static final String DATABASE =
            "jdbc:h2:file:%s/frontline;WRITE_DELAY=0;RETENTION_TIME=0;COMPRESS=TRUE;DB_CLOSE_ON_EXIT=FALSE";

    private static final long ROUNDS_OF_STARTS = 3;

    /** What a finished lifecycle leaves for good, compressed and without a gap, is 53 KB; see decision 4. */
    private static final long KILOBYTES_A_LIFECYCLE = 64;

    private static final long EMPTY_MEGABYTES = 5;

    @TempDir
    Path directory;

    private final List<String> lines = new ArrayList<>();

    @Test
    void frontlineBesideTheBareEngine() throws Exception {
        var mailServer = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mailServer.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mailServer.start();
        mailServer.setUser("service@frontline.example", "service@frontline.example", "demo");
        try {
            var starts = starts(mailServer);
            var bare = run(
                    BareEngineUnderLoad.class,
                    "bare",
                    load("--spring.datasource.url=" + DATABASE.formatted(directory.resolve("bare"))));
            var frontline = run(FrontlineUnderLoad.class, "frontline", load(frontline(mailServer, "load")));
            long fileAfterStop = megabytes(directory.resolve("load/frontline.mv.db"));
            report(starts, bare, frontline, fileAfterStop);
            assertThat(frontline.path("fileMegabytes").asLong())
                    .as("MB of the H2 file while running, after %d lifecycles", LIFECYCLES + WARM_UP)
                    .isLessThan(300);
            assertThat(fileAfterStop)
                    .as("MB of the H2 file after a clean stop, after %d lifecycles", LIFECYCLES + WARM_UP)
                    .isLessThan(EMPTY_MEGABYTES + (LIFECYCLES + WARM_UP) * KILOBYTES_A_LIFECYCLE / 1024);
        } finally {
            mailServer.stop();
        }
    }

    private record Starts(JsonNode emptyFirst, JsonNode empty, JsonNode frontlineFirst, JsonNode frontline) {}

    /** Each starts on an empty database and then again on what is there; the best of the later starts counts. */
    private Starts starts(GreenMail mailServer) throws Exception {
        var empty = "--spring.datasource.url=" + DATABASE.formatted(directory.resolve("empty"));
        var emptyFirst = run(EmptyApplication.class, "empty", load(empty));
        var options = new ArrayList<>(List.of(frontline(mailServer, "start")));
        options.add("--bench.lifecycles=0");
        var frontlineFirst = run(FrontlineUnderLoad.class, "frontline", options);
        JsonNode bestEmpty = emptyFirst;
        JsonNode bestFrontline = frontlineFirst;
        for (int i = 0; i < ROUNDS_OF_STARTS; i++) {
            bestEmpty = quicker(bestEmpty, run(EmptyApplication.class, "empty", load(empty)));
            bestFrontline = quicker(bestFrontline, run(FrontlineUnderLoad.class, "frontline", options));
        }
        return new Starts(emptyFirst, bestEmpty, frontlineFirst, bestFrontline);
    }

    private static JsonNode quicker(JsonNode one, JsonNode other) {
        return one.path("startMillis").asLong() <= other.path("startMillis").asLong() ? one : other;
    }

    private String[] frontline(GreenMail mailServer, String data) {
        return new String[] {
            "--spring.profiles.active=demo",
            "--frontline.data-dir=" + directory.resolve(data),
            "--frontline.demo.mail-server=external",
            "--frontline.mail.poll-interval=" + POLL_INTERVAL,
            "--frontline.mail.automatic-per-contact-and-day=1000000",
            "--frontline.mail.smtp.host=127.0.0.1",
            "--frontline.mail.smtp.port=" + mailServer.getSmtp().getPort(),
            "--frontline.mail.smtp.encryption=NONE",
            "--frontline.mail.imap.host=127.0.0.1",
            "--frontline.mail.imap.port=" + mailServer.getImap().getPort(),
            "--frontline.mail.imap.username=service@frontline.example",
            "--frontline.mail.imap.password=demo",
            "--frontline.mail.imap.encryption=NONE",
            "--bench.smtp-port=" + mailServer.getSmtp().getPort()
        };
    }

    private static List<String> load(String... options) {
        var all = new ArrayList<>(List.of(options));
        all.add("--bench.warm-up=" + WARM_UP);
        all.add("--bench.in-flight=" + IN_FLIGHT);
        all.add("--bench.lifecycles=" + LIFECYCLES);
        return all;
    }

    private JsonNode run(Class<?> program, String configuration, List<String> options)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=UTC",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                program.getName(),
                "--server.port=" + freePort()));
        if (!configuration.equals("frontline")) {
            // Not Frontline's application.yaml, which lies on the same class path.
            command.addAll(List.of(
                    "--spring.config.name=" + configuration,
                    "--spring.flyway.enabled=false",
                    "--camunda.bpm.auto-deployment-enabled=false",
                    "--spring.datasource.username=frontline",
                    "--spring.datasource.password="));
        }
        command.addAll(options);
        var log = Path.of("target", "benchmark-" + program.getSimpleName() + ".log");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        JsonNode result = null;
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
                var copy = Files.newBufferedWriter(log)) {
            for (var line = output.readLine(); line != null; line = output.readLine()) {
                copy.append(line).append('\n');
                if (line.startsWith(Lifecycles.RESULT)) {
                    result = new ObjectMapper().readTree(line.substring(Lifecycles.RESULT.length()));
                }
            }
        } finally {
            process.destroy();
        }
        process.waitFor();
        assertThat(result)
                .as("a result of %s; see %s", program.getSimpleName(), log)
                .isNotNull();
        return result;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static long megabytes(Path file) throws IOException {
        return Files.size(file) >> 20;
    }

    private void report(Starts starts, JsonNode bare, JsonNode frontline, long fileAfterStop) throws IOException {
        line(
                "%d lifecycles after %d to warm up, %d at a time, %d processors, Java %s.",
                LIFECYCLES,
                WARM_UP,
                IN_FLIGHT,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"));
        line("");
        line("| a lifecycle | Frontline | bare engine | ratio |");
        line("|---|---|---|---|");
        compare("lifecycles a second", "perSecond", frontline, bare);
        compare("CPU, ms", "cpuMillis", frontline, bare);
        compare("SQL statements", "statements", frontline, bare);
        compare("changed rows", "changedRows", frontline, bare);
        compare("commits", "commits", frontline, bare);
        compare("commits that write", "writingCommits", frontline, bare);
        compare("steps tried again", "retriedSteps", frontline, bare);
        compare("heap after all, MB", "heapMegabytes", frontline, bare);
        line("");
        line("| start | Frontline | empty application | ratio |");
        line("|---|---|---|---|");
        compare("first start, new database, ms", "startMillis", starts.frontlineFirst(), starts.emptyFirst());
        compare("start, ms", "startMillis", starts.frontline(), starts.empty());
        compare("heap, MB", "heapMegabytes", starts.frontline(), starts.empty());
        compare("resident memory, MB", "residentMegabytes", starts.frontline(), starts.empty());
        line("");
        line("| | Frontline |");
        line("|---|---|");
        line(
                "| a mail handed in by SMTP to the task, middle of 20, polled every 0.2 s, ms | %d |",
                frontline.path("mailToTaskMillis").asLong());
        line(
                "| H2 file while running, MB | %d |",
                frontline.path("fileMegabytes").asLong());
        line("| H2 file after a clean stop, MB | %d |", fileAfterStop);
        whereStatementsGo(bare.path("byText"), frontline.path("byText"));
        Files.writeString(Path.of("target", "benchmark.md"), String.join("\n", lines) + "\n");
    }

    /** The statements of which Frontline runs most beyond those of the bare engine. */
    private void whereStatementsGo(JsonNode bare, JsonNode frontline) {
        line("");
        line("| statements a lifecycle | Frontline | bare engine |");
        line("|---|---|---|");
        frontline.properties().stream()
                .sorted(Comparator.comparingDouble(entry ->
                        bare.path(entry.getKey()).asDouble() - entry.getValue().asDouble()))
                .limit(20)
                .forEach(entry -> line(
                        "| %s | %.1f | %.1f |",
                        entry.getKey(),
                        entry.getValue().asDouble(),
                        bare.path(entry.getKey()).asDouble()));
    }

    private void compare(String what, String name, JsonNode ours, JsonNode theirs) {
        double one = ours.path(name).asDouble();
        double other = theirs.path(name).asDouble();
        line("| %s | %.1f | %.1f | %s |", what, one, other, other == 0 ? "" : "%.2f".formatted(one / other));
    }

    private void line(String format, Object... values) {
        var line = String.format(Locale.ROOT, format, values);
        lines.add(line);
        System.out.println(line);
    }
}
