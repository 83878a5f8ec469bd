package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import javax.net.ssl.SSLHandshakeException;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The test's mail server has a certificate that it signed itself; real servers and trust are in {@code OnMailServersWithTls}. */
@DisplayName("A mail server that cannot prove who it is hears nothing from us")
class UntrustedMailServerTest {

    private static final String ADDRESS = "service@frontline.example";
    private static final String NOT_TRUSTED = "Its certificate is not trusted";

    private final GreenMail server = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS)
    });
    private final List<MailAlarm> alarms = new ArrayList<>();
    private MailRoom room;
    private MailServer access;

    @BeforeEach
    void open() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        room = new MailRoom(database);
        server.start();
        access = new MailServer() {
            @Override
            public Access smtp() {
                return on(server.getSmtps().getPort());
            }

            @Override
            public Access imap() {
                return on(server.getImaps().getPort());
            }

            private static Access on(int port) {
                return new Access("localhost", port, ADDRESS, "demo", Encryption.TLS);
            }
        };
    }

    @AfterEach
    void close() {
        server.stop();
        room.close();
    }

    @Test
    @DisplayName("mail stays with it unread, and a person hears why")
    void noMailIsFetched() throws Exception {
        var user = server.setUser(ADDRESS, ADDRESS, "demo");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(Mails.of("From: ceo@birch.example\nSubject: The launch\n", "Is all well?"))));
        var fetcher = new MailFetcher(
                access, Mails.settings(), room.inbox, room.clock, alarm -> alarms.add((MailAlarm) alarm));

        assertThat(fetcher.work()).isFalse();
        room.clock.advance(Duration.ofMinutes(10));
        assertThat(fetcher.work()).isFalse();

        assertThat(room.inbox.due(10)).isEmpty();
        assertThat(server.getReceivedMessages()[0].isSet(Flags.Flag.SEEN)).isFalse();
        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(MailAlarm.Kind.MAILBOX_AWAY);
            assertThat(alarm.detail()).contains(NOT_TRUSTED, "let Java trust this issuer");
        });
    }

    @Test
    @DisplayName("mail of ours waits, and its problem says why")
    void noMailIsHandedIn() {
        var settings = Mails.settings();
        var mail = new QueuedMail(
                1,
                "<one@frontline.example>",
                null,
                "sendReply",
                "The launch",
                "It stands.",
                null,
                null,
                null,
                false,
                true,
                MailRoom.NOW,
                1,
                false,
                List.of(new QueuedMail.Recipient(0, "ceo@birch.example", null, Delivery.State.PENDING, null, false)),
                false,
                List.of());
        try (var smtp = new SmtpConnection(
                access,
                new MailWriter(settings, room.clock),
                "frontline.example",
                settings.patience(),
                Duration.ofMinutes(1))) {
            var outcome = smtp.send(mail);

            assertThat(outcome.serverAway()).isTrue();
            assertThat(outcome.problem())
                    .contains("localhost:" + server.getSmtps().getPort(), NOT_TRUSTED);
            assertThat(outcome.recipients()).allMatch(QueuedMail.Recipient::waits);
        }
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    @DisplayName("another name, another way to encrypt and other troubles are told apart")
    void whatIsSaid() {
        var otherName = new SSLHandshakeException("No name");
        otherName.initCause(new CertificateException("No name matching mail.example found"));

        assertThat(TlsTrouble.of(new MessagingException("Could not connect", otherName)))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("not for the host that is set (No name matching mail.example found)"));
        assertThat(TlsTrouble.of(new MessagingException(
                        "Could not connect", new SSLHandshakeException("Unsupported or unrecognized SSL message"))))
                .hasValueSatisfying(said -> assertThat(said)
                        .contains("No TLS could be agreed with it (Unsupported or unrecognized SSL message)"));
        assertThat(TlsTrouble.of(new MessagingException("Connection refused"))).isEmpty();
    }
}
