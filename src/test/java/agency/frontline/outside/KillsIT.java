package agency.frontline.outside;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import agency.frontline.RealPostgres;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** A short form is part of {@code verify}; the long one, on both databases, of {@code -Pfaults}. See docs/faults.md. */
@DisplayName("Killed again and again in the midst of its work, Frontline keeps what it has acknowledged")
class KillsIT {

    private static final int ROUNDS = Integer.getInteger("frontline.faults.rounds", 3);

    private static final Map<String, Object> DIAGNOSIS = variables(Map.ofEntries(
            entry("issueKind", "QUESTION"),
            entry("reallyNeeds", "To know that the launch date holds"),
            entry("unsaid", "none heard"),
            entry("diagnosis", "The print shop has not confirmed the slot"),
            entry("view", "The date holds, with one proof round less"),
            entry("confidence", "MEDIUM"),
            entry("course", "ANSWER")));

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path directory;

    @Test
    @DisplayName("on an H2 file (C10)")
    void onH2() throws Exception {
        try (var mail = StandingMailServer.started()) {
            var told = new Told(mail.correspondent("ceo@birch.example"), mail);
            killedAgainAndAgain(told, () -> {}, mail.options());
            try (var files = CaseFiles.onH2(directory)) {
                told.allHolds(files);
            }
        }
    }

    @Test
    @DisplayName("on PostgreSQL (C10)")
    @EnabledIfSystemProperty(named = "frontline.faults.long", matches = "true", disabledReason = "run by -Pfaults")
    void onPostgres() throws Exception {
        var database = RealPostgres.empty();
        try (var mail = StandingMailServer.started()) {
            var told = new Told(mail.correspondent("ceo@birch.example"), mail);
            killedAgainAndAgain(
                    told,
                    // A sender that died holds what it had in hand for two minutes; others may read here meanwhile.
                    () -> await("all mails of ours are settled")
                            .atMost(Duration.ofMinutes(5))
                            .pollInterval(Duration.ofSeconds(1))
                            .until(() -> {
                                try (var files = CaseFiles.at(database.getUrl(), database.getUser())) {
                                    return files.texts("select id from fl_outbox where state = 'PENDING'")
                                            .isEmpty();
                                }
                            }),
                    mail.options(
                            "--spring.datasource.url=" + database.getUrl(),
                            "--spring.datasource.username=" + database.getUser(),
                            "--spring.datasource.password="));
            try (var files = CaseFiles.at(database.getUrl(), database.getUser())) {
                told.allHolds(files);
            }
        }
    }

    private void killedAgainAndAgain(Told told, Runnable settled, String... options) throws InterruptedException {
        // Its first start makes the tables; to be killed in the midst of that is another story (C08, C09).
        try (var first = RunningFrontline.start(directory, options)) {
            assertThat(first.stop()).withFailMessage(first::log).isEqualTo(143);
        }
        for (int round = 1; round <= ROUNDS; round++) {
            var random = new Random(round);
            var doomed = RunningFrontline.launch(directory, options);
            try {
                if (round % 5 == 0) {
                    doomed.killAfter(Duration.ofMillis(random.nextInt(20_000)));
                } else {
                    doomed.awaitReady();
                    told.work(doomed, round, random, () -> doomed.killAfter(Duration.ofMillis(random.nextInt(400))));
                }
            } finally {
                doomed.kill();
            }
        }
        try (var stopped = RunningFrontline.start(directory, options)) {
            told.work(stopped, ROUNDS + 1, new Random(0), () -> assertThat(stopped.stop())
                    .as("exit code of a clean stop in the midst of it (C17): %s", stopped.log())
                    .isEqualTo(143));
        }
        try (var last = RunningFrontline.start(directory, options)) {
            told.again(last);
            told.awaitEnd();
            settled.run();
            assertThat(last.stop()).withFailMessage(last::log).isEqualTo(143);
        }
    }

    /** What the world outside has heard from Frontline, and what it will hold against it. */
    private static final class Told {

        private final Correspondent client;
        private final StandingMailServer mailServer;

        /** Mails that the mail server has taken, by Message-ID. */
        private final ConcurrentLinkedQueue<String> mails = new ConcurrentLinkedQueue<>();

        /** Messages by REST, each with the case that was answered; empty where the answer was cut off. */
        private final Map<String, String> posts = new ConcurrentHashMap<>();

        /** Tasks whose completion was acknowledged. */
        private final ConcurrentLinkedQueue<String> tasks = new ConcurrentLinkedQueue<>();

        Told(Correspondent client, StandingMailServer mailServer) {
            this.client = client;
            this.mailServer = mailServer;
        }

        /** Three at once use it; when so many of their deeds were acknowledged, it ends in the midst of the next ones. */
        void work(RunningFrontline doomed, int round, Random random, Runnable end) throws InterruptedException {
            var acknowledgements = new CountDownLatch(2 + random.nextInt(10));
            // The first ones after a start take longest, and would always be cut off.
            var completions = new CountDownLatch(1 + random.nextInt(2));
            var actors = Executors.newFixedThreadPool(3);
            try {
                act(actors, doomed, acknowledgements, 3, number -> {
                    mails.add(client.writes("Mail %d of round %d".formatted(number, round), "Is all well?"));
                    return true;
                });
                act(actors, doomed, acknowledgements, Integer.MAX_VALUE, number -> {
                    post(doomed, "post-%d-%d".formatted(round, number));
                    return true;
                });
                act(actors, doomed, completions, Integer.MAX_VALUE, number -> completeATask(doomed));
                assertThat(acknowledgements.await(3, TimeUnit.MINUTES) && completions.await(3, TimeUnit.MINUTES))
                        .withFailMessage(doomed::log)
                        .isTrue();
                end.run();
            } finally {
                actors.shutdownNow();
                assertThat(actors.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
            }
        }

        private interface Deed {

            /** False if there was nothing to do. */
            boolean done(int number);
        }

        private static void act(
                ExecutorService actors, RunningFrontline doomed, CountDownLatch acknowledgements, int most, Deed deed) {
            actors.execute(() -> {
                for (int number = 1; number <= most && doomed.isAlive(); number++) {
                    try {
                        if (deed.done(number)) {
                            acknowledgements.countDown();
                        }
                    } catch (UncheckedIOException gone) {
                        // Not acknowledged: whoever did it does not know, and it may have happened or not.
                        return;
                    } catch (RuntimeException | AssertionError refused) {
                        // It answers with an error on its way down; the next deed may be cut off, or be its last.
                    }
                }
            });
        }

        private void post(RunningFrontline frontline, String id) {
            posts.putIfAbsent(id, "");
            var answer = Rest.as("intake", frontline)
                    .post(
                            "/api/client-messages",
                            Map.of(
                                    "from",
                                    "marketing@cedar.example",
                                    "subject",
                                    "About " + id,
                                    "text",
                                    "Is all well with " + id + "?",
                                    "messageId",
                                    id));
            var key = answer.path("businessKey").asText();
            // The first answer counts; another one later shows at the end.
            posts.computeIfPresent(id, (same, before) -> before.isEmpty() ? key : before);
        }

        private boolean completeATask(RunningFrontline frontline) {
            var manager = Rest.as("manager", frontline);
            JsonNode open = manager.get("/engine-rest/task?taskDefinitionKey=diagnoseIssue&maxResults=1");
            if (open.isEmpty()) {
                return false;
            }
            var task = open.get(0).path("id").asText();
            manager.post("/engine-rest/task/" + task + "/submit-form", DIAGNOSIS);
            tasks.add(task);
            return true;
        }

        /** Whoever got no answer asks again, and so does one who got one: that changes nothing. */
        void again(RunningFrontline frontline) {
            posts.keySet().forEach(id -> post(frontline, id));
        }

        void awaitEnd() {
            // Somebody who has not had the day's share of automatic mails.
            var other = mailServer.correspondent("marketing@birch.example");
            mails.add(other.writes("The last one", "Is all well now?"));
            other.gets("an answer to the last one", mail -> mail.subject().contains("The last one"));
            mailServer.awaitSilence();
        }

        void allHolds(CaseFiles files) throws SQLException {
            System.out.printf(
                    "%d rounds of kill -9: %d mails, %d messages by REST and %d completed tasks were acknowledged%n",
                    ROUNDS, mails.size(), posts.size(), tasks.size());
            files.eachMailIsInOneCase(List.copyOf(mails));
            var kept = new LinkedHashMap<String, String>();
            files.rows("select message_id, business_key from fl_client_message")
                    .forEach(row -> kept.put(row.get(0), row.get(1)));
            assertThat(kept).as("messages by REST and their cases").containsExactlyInAnyOrderEntriesOf(posts);
            assertThat(new ArrayList<>(kept.values()))
                    .as("each opened a case of its own")
                    .doesNotHaveDuplicates();
            files.noCaseIsThereTwice(mails.size() + posts.size());
            assertThat(tasks).as("acknowledged completions").isNotEmpty();
            files.areCompleted(List.copyOf(tasks));
            files.nothingWaitsForNobody();
            files.registerAndEngineAgree();
            files.eachMailOfOursIsSettled();
        }
    }

    private static Map<String, Object> variables(Map<String, String> values) {
        var variables = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> variables.put(name, Map.of("value", value, "type", "String")));
        return Map.of("variables", variables);
    }
}
