package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No part of {@code verify}, which must pass on a bare machine; see docs/mail-servers.md for how to run it. */
@DisplayName("With Postfix and Dovecot Frontline speaks TLS, and only when it knows who they are")
class OnMailServersWithTls {

    private static final String CEO = "ceo@birch.example";

    @TempDir
    Path directory;

    private PostfixAndDovecot servers;

    @BeforeEach
    void start() {
        servers = PostfixAndDovecot.started();
    }

    @AfterEach
    void stop() {
        if (servers != null) {
            servers.close();
        }
    }

    @Test
    @DisplayName("A mail comes and is answered by STARTTLS on the ports of old, and by TLS from the first byte")
    void bothWays() {
        try (var frontline = RunningFrontline.start(directory, startTls("localhost", trusting()))) {
            isAnswered("Matter of the first day");
            assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
        }
        assertThat(encryptedSubmissions()).isPositive();
        assertThat(encryptedLogins()).isPositive();
        assertThat(plainLogins()).isZero();

        var before = encryptedSubmissions();
        var loginsBefore = encryptedLogins();
        try (var frontline = RunningFrontline.start(directory, tls("localhost", trusting()))) {
            isAnswered("Matter of the second day");
            assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
        }
        assertThat(encryptedSubmissions()).isGreaterThan(before);
        assertThat(encryptedLogins()).isGreaterThan(loginsBefore);
        assertThat(plainLogins()).isZero();
    }

    @Test
    @DisplayName(
            "Servers that nobody vouches for, or under another name, hear nothing; all waits, somebody sees why, and it"
                    + " goes on when they are known")
    void notTrusted() {
        var ceo = correspondent();
        try (var frontline = RunningFrontline.start(directory, tls("localhost"))) {
            ceo.writes("Matter by mail", "Will the posters be there on the first?");
            Rest.as("intake", frontline)
                    .post(
                            "/api/client-messages",
                            Map.of("from", CEO, "subject", "Matter by form", "text", "And now?", "messageId", "form"));
            logged(frontline, "Mail cannot be fetched: Its certificate is not trusted");
            logged(
                    frontline,
                    "The mail server cannot be used: localhost:" + servers.smtpsPort()
                            + ": Its certificate is not trusted");
            untilItIsGivenUp(frontline);
            assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
        }
        try (var frontline = RunningFrontline.start(directory, startTls("127.0.0.1", trusting()))) {
            logged(frontline, "Mail cannot be fetched: Its certificate is not for the host that is set");
            assertThat(frontline.stop()).withFailMessage(frontline::log).isEqualTo(143);
        }
        assertThat(encryptedLogins() + plainLogins())
                .as("logins of ours so far")
                .isZero();
        assertThat(ceo.mailbox()).isEmpty();

        try (var frontline = RunningFrontline.start(directory, tls("localhost", trusting()))) {
            ceo.gets("an answer to what waited", mail -> mail.subject().contains("Matter by mail"));
            assertThat(Rest.as("director", frontline).get("/api/cases?text=Matter"))
                    .hasSize(2);
        }
    }

    /** The tries of a mail of ours take 17 hours; then it is shown with what is stuck. */
    private static void untilItIsGivenUp(RunningFrontline frontline) {
        var admin = Rest.as("admin", frontline);
        var pauses = List.of("PT2M", "PT6M", "PT16M", "PT61M", "PT241M", "PT721M");
        for (int i = 0; i < pauses.size(); i++) {
            admin.post("/api/demo/clock", Map.of("advance", pauses.get(i)));
            logged(frontline, ", try %d: The mail server cannot be used".formatted(i + 2));
        }
        await("a mail that is shown with what is stuck")
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> undelivered(frontline) > 0);
    }

    private static int undelivered(RunningFrontline frontline) {
        return Rest.as("owner", frontline)
                .get("/actuator/health")
                .at("/components/stuck/details/mail-undelivered")
                .asInt();
    }

    private void isAnswered(String subject) {
        var ceo = correspondent();
        ceo.writes(subject, "Will the posters be there on the first?");
        ceo.gets("an answer", mail -> mail.subject().contains(subject));
    }

    private static void logged(RunningFrontline frontline, String line) {
        await(line)
                .atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> frontline.log().contains(line));
    }

    /** A client's mail program does without. */
    private Correspondent correspondent() {
        return Correspondent.at(CEO, servers.smtpPort(), servers.imapPort());
    }

    private long encryptedSubmissions() {
        return logLines("TLS connection established from");
    }

    private long encryptedLogins() {
        return servers.log()
                .lines()
                .filter(line -> line.contains("Login: user=<service@frontline.example>") && line.contains(", TLS"))
                .count();
    }

    private long plainLogins() {
        return logLines("Login: user=<service@frontline.example>") - encryptedLogins();
    }

    private long logLines(String words) {
        return servers.log().lines().filter(line -> line.contains(words)).count();
    }

    private String[] trusting() {
        return new String[] {
            "-Djavax.net.ssl.trustStore=" + servers.trustStore(), "-Djavax.net.ssl.trustStorePassword=changeit"
        };
    }

    private String[] startTls(String host, String... more) {
        return options(host, "STARTTLS", servers.smtpPort(), servers.imapPort(), more);
    }

    private String[] tls(String host, String... more) {
        return options(host, "TLS", servers.smtpsPort(), servers.imapsPort(), more);
    }

    private static String[] options(String host, String encryption, int smtpPort, int imapPort, String... more) {
        var options = Stream.of(
                "--frontline.demo.mail-server=external",
                "--frontline.mail.poll-interval=PT1S",
                "--frontline.mail.smtp.host=" + host,
                "--frontline.mail.smtp.port=" + smtpPort,
                "--frontline.mail.smtp.encryption=" + encryption,
                "--frontline.mail.imap.host=" + host,
                "--frontline.mail.imap.port=" + imapPort,
                "--frontline.mail.imap.username=service@frontline.example",
                "--frontline.mail.imap.password=any",
                "--frontline.mail.imap.encryption=" + encryption);
        return Stream.concat(options, Stream.of(more)).toArray(String[]::new);
    }
}
