package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No part of {@code verify}, which must pass on a bare machine; see docs/mail-servers.md for how to run it. */
@DisplayName("On Debian's Postfix and Dovecot each mail reaches its case once, and each answer its client")
class OnPostfixAndDovecot {

    private static final String CEO = "ceo@birch.example";

    @TempDir
    static Path directory;

    private static PostfixAndDovecot servers;
    private static RunningFrontline frontline;

    @BeforeAll
    static void start() {
        servers = PostfixAndDovecot.started();
        frontline = RunningFrontline.start(
                directory,
                "--frontline.demo.mail-server=external",
                "--frontline.mail.poll-interval=PT1S",
                "--frontline.mail.plus-addressing=true",
                "--frontline.mail.patience.answering=PT3S",
                "--frontline.mail.smtp.host=127.0.0.1",
                "--frontline.mail.smtp.port=" + servers.smtpPort(),
                "--frontline.mail.smtp.encryption=NONE",
                "--frontline.mail.imap.host=127.0.0.1",
                "--frontline.mail.imap.port=" + servers.imapPort(),
                "--frontline.mail.imap.username=service@frontline.example",
                "--frontline.mail.imap.password=any",
                "--frontline.mail.imap.encryption=NONE");
    }

    @AfterAll
    static void stop() {
        if (frontline != null) {
            frontline.close();
        }
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    @DisplayName(
            "A mail opens a case and is acknowledged; the answer finds it by its thread and by its plus address (O06)")
    void aMailAndItsAnswers() {
        var ceo = correspondent(CEO);
        ceo.writes(aSubject(), "Will the posters be there on the first?");
        var acknowledgement =
                ceo.gets("an acknowledgement", mail -> mail.subject().contains(lastSubject));
        var key = theOnlyCase(lastSubject).path("businessKey").asText();
        assertThat(acknowledgement.replyTo()).isEqualTo("service+" + key.toLowerCase() + "@frontline.example");

        ceo.answers(acknowledgement, "And the second?");
        awaitMessages(key, 2);
        ceo.writesTo(acknowledgement.replyTo(), "Something else", "And the third?");
        awaitMessages(key, 3);
    }

    @Test
    @DisplayName("Greylisting costs time and no second copy (O03)")
    void greylisting() {
        var marketing = correspondent("marketing@birch.example");
        servers.greylists("marketing@birch.example");
        marketing.writes(aSubject(), "Are you there?");
        await("the mail is put off")
                .atMost(Duration.ofMinutes(1))
                .until(() -> servers.hasPutOff("marketing@birch.example"));
        timePasses("PT2M");

        marketing.gets("an acknowledgement", mail -> mail.subject().contains(lastSubject));
        timePasses("PT20M");
        assertThat(marketing.mailbox().stream().filter(mail -> mail.subject().contains(lastSubject)))
                .hasSize(1);
    }

    @Test
    @DisplayName("A mail of 60 MB leaves its head and a polite word, and the next one follows (I13)")
    void aMailOfSixtyMegabytes() {
        var cedar = correspondent("marketing@cedar.example");
        cedar.writes(aSubject(), ("x".repeat(99) + "\n").repeat(60 * 10_486));
        var film = lastSubject;
        cedar.gets(
                "a word on its size",
                mail -> mail.subject().contains(film) && mail.text().contains("60 MB"));
        theOnlyCase(film);

        cedar.writes(aSubject(), "Did you get it?");
        theOnlyCase(lastSubject);
    }

    @Test
    @DisplayName("A mail that comes back is tied to its case (I12)")
    void aBounce() {
        correspondent(PostfixAndDovecot.GONE).writes(aSubject(), "You will not reach me.");
        var key = theOnlyCase(lastSubject).path("businessKey").asText();

        await("the report of failure")
                .atMost(Duration.ofMinutes(1))
                .until(
                        () -> theCase(key).toString(),
                        story -> story.contains("BOUNCED") && story.contains("unknown user"));
    }

    @Test
    @DisplayName("Dovecot stands still, dies and forgets its numbers: nothing is lost and nothing comes twice (I18)")
    void dovecotMisbehaves() {
        var ceo = correspondent(CEO);
        ceo.writes(aSubject(), "Before.");
        theOnlyCase(lastSubject);
        var before = cases();

        servers.freezeDovecot();
        ceo.writes(aSubject(), "While nothing moves.");
        await("Frontline gives the silent connection up")
                .atMost(Duration.ofMinutes(1))
                .until(() -> frontline.log().contains("Mail cannot be fetched"));
        servers.thawDovecot();
        theOnlyCase(lastSubject);

        servers.stopDovecot();
        servers.forgetNumbers("service@frontline.example");
        ceo.writes(aSubject(), "While it is down.");
        servers.startDovecot();
        theOnlyCase(lastSubject);
        assertThat(frontline.log()).contains("INBOX has new numbers");
        ceo.writes(aSubject(), "After.");
        theOnlyCase(lastSubject);

        assertThat(cases()).isEqualTo(before + 3);
    }

    private String lastSubject;

    private String aSubject() {
        lastSubject = "Matter " + UUID.randomUUID();
        return lastSubject;
    }

    private static Correspondent correspondent(String address) {
        return Correspondent.at(address, servers.smtpPort(), servers.imapPort());
    }

    private static void timePasses(String howLong) {
        Rest.as("admin", frontline).post("/api/demo/clock", Map.of("advance", howLong));
    }

    private static int cases() {
        return Rest.as("director", frontline).get("/api/cases?text=Matter").size();
    }

    private static JsonNode theCase(String key) {
        return Rest.as("director", frontline).get("/api/cases/" + key);
    }

    private static JsonNode theOnlyCase(String subject) {
        var found = await("a case about " + subject)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> Rest.as("director", frontline).get("/api/cases?text=" + subject.replace(" ", "%20")),
                        cases -> !cases.isEmpty());
        assertThat(found).as(servers.log()).hasSize(1);
        return found.get(0);
    }

    private static void awaitMessages(String key, int fromClient) {
        await(fromClient + " messages of the client in " + key)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    int count = 0;
                    for (var message : theCase(key).path("messages")) {
                        count += message.path("direction").asText().equals("IN") ? 1 : 0;
                    }
                    return count == fromClient;
                });
    }
}
