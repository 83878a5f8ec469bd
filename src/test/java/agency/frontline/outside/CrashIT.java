package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mail server lives here, in the test: a client's mail must be safe whenever Frontline dies. */
@DisplayName("A process killed anywhere on the way of a mail loses nothing and does nothing twice")
class CrashIT {

    private static final int KILLED = 137;

    private static final String SERVICE = "service@frontline.example";
    private static final String CLIENT = "ceo@birch.example";

    @TempDir
    Path directory;

    private GreenMail mailServer;
    private Correspondent client;

    @BeforeEach
    void startMailServer() {
        mailServer = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        mailServer.withConfiguration(GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mailServer.start();
        mailServer.setUser(SERVICE, SERVICE, "demo");
        mailServer.setUser(CLIENT, CLIENT, "demo");
        client = Correspondent.at(
                CLIENT, mailServer.getSmtp().getPort(), mailServer.getImap().getPort());
    }

    @AfterEach
    void stopMailServer() {
        mailServer.stop();
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
        try (var doomed = RunningFrontline.start(directory, options("-Dfrontline.crash-at=" + point))) {
            sent = client.writes("The launch " + row, "Will the posters be there on the first?");
            assertThat(doomed.awaitEnd(Duration.ofMinutes(2)))
                    .withFailMessage(doomed::log)
                    .isEqualTo(KILLED);
        }
        String later;
        try (var again = RunningFrontline.start(directory, options())) {
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
        try (var database = database()) {
            eachMailIsInOneCase(database, sent, later);
            nothingWaitsForNobody(database);
            caseRegisterAndEngineAgree(database);
            eachMailOfOursIsSettled(database);
        }
    }

    private String[] options(String... more) {
        var options = new ArrayList<>(List.of(
                "--frontline.demo.mail-server=external",
                "--frontline.mail.poll-interval=PT1S",
                "--frontline.mail.smtp.host=127.0.0.1",
                "--frontline.mail.smtp.port=" + mailServer.getSmtp().getPort(),
                "--frontline.mail.smtp.encryption=NONE",
                "--frontline.mail.imap.host=127.0.0.1",
                "--frontline.mail.imap.port=" + mailServer.getImap().getPort(),
                "--frontline.mail.imap.username=" + SERVICE,
                "--frontline.mail.imap.password=demo",
                "--frontline.mail.imap.encryption=NONE"));
        options.addAll(List.of(more));
        return options.toArray(String[]::new);
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

    private Connection database() throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + directory.resolve("data/frontline") + ";IFEXISTS=TRUE", "frontline", "");
    }

    private static void eachMailIsInOneCase(Connection database, String... messageIds) throws SQLException {
        for (var id : messageIds) {
            assertThat(texts(database, "select business_key from fl_message where message_id = '" + id + "'"))
                    .as("cases that hold %s", id)
                    .hasSize(1);
        }
        assertThat(texts(database, "select state from fl_inbox")).containsOnly("DONE");
        assertThat(texts(database, "select cast(count(*) as varchar) from fl_case"))
                .containsExactly("2");
    }

    private static void nothingWaitsForNobody(Connection database) throws SQLException {
        assertThat(
                        texts(
                                database,
                                """
                        select business_key from fl_case c where ended_at is null
                        and not exists (select 1 from ACT_RU_TASK t where t.PROC_INST_ID_ = c.process_instance_id)
                        and not exists (select 1 from ACT_RU_EVENT_SUBSCR s
                            where s.PROC_INST_ID_ = c.process_instance_id and s.ACTIVITY_ID_ = 'clientReplied')
                        and not exists (select 1 from ACT_RU_JOB j
                            where j.PROCESS_INSTANCE_ID_ = c.process_instance_id and j.RETRIES_ > 0)
                        """))
                .as("cases without a task, a timer or a wait")
                .isEmpty();
    }

    private static void caseRegisterAndEngineAgree(Connection database) throws SQLException {
        assertThat(texts(database, "select process_instance_id from fl_case where ended_at is null"))
                .containsExactlyInAnyOrderElementsOf(texts(
                        database, "select distinct PROC_INST_ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null"));
    }

    private static void eachMailOfOursIsSettled(Connection database) throws SQLException {
        assertThat(texts(database, "select distinct state from fl_outbox where to_client"))
                .containsExactly("SENT");
    }

    private static List<String> texts(Connection database, String query) throws SQLException {
        var texts = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
