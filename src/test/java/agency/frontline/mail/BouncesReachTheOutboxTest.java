package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import agency.frontline.text.Mailbox;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@FrontlineTest
@DisplayName("What comes in over real SMTP and IMAP is told apart: a bounce of ours, our own mail, a machine")
class BouncesReachTheOutboxTest {

    @Autowired
    Outbox outbox;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MailWorkers mail;

    @Autowired
    MailServer server;

    @Autowired
    JdbcClient jdbc;

    @Test
    void aMailThatCameBackIsKnownByItsMessageId() throws MessagingException {
        var address = UUID.randomUUID() + "@birch.example";
        var ours = outbox.send(mailTo(address));
        mail.runOnce();
        var report = new String(Mails.source("I12-dsn-postfix"), StandardCharsets.UTF_8)
                .replace("<fl.11111111-1111-4111-8111-111111111111@frontline.example>", ours)
                .replace("dsn-1@", UUID.randomUUID() + "@")
                .replace("ceo@birch.example", address);

        comesIn(report);

        assertThat(deliveries.lastProblem(address)).hasValueSatisfying(delivery -> {
            assertThat(delivery.state()).isEqualTo(Delivery.State.BOUNCED);
            assertThat(delivery.messageId()).isEqualTo(ours);
            assertThat(delivery.problem()).contains("User unknown in local recipient table");
        });
    }

    @Test
    void ourOwnMailThatComesBackIsDropped() throws MessagingException {
        var ours = outbox.send(mailTo("service@frontline.example"));

        mail.runOnce();

        assertThat(fate(ours)).isEqualTo("DONE OWN");
    }

    private static OutgoingMail mailTo(String address) {
        return new OutgoingMail(
                UUID.randomUUID().toString(),
                null,
                "sendReply",
                List.of(Mailbox.of(address)),
                "The billboard",
                "We reprint the board.",
                null,
                false,
                false,
                null);
    }

    private void comesIn(String source) throws MessagingException {
        var properties = new Properties();
        properties.put("mail.smtp.host", server.smtp().host());
        properties.put("mail.smtp.port", String.valueOf(server.smtp().port()));
        var session = Session.getInstance(properties);
        var message = new SMTPMessage(session, new ByteArrayInputStream(source.getBytes(StandardCharsets.UTF_8)));
        message.setEnvelopeFrom("<>");
        send(session, message);
        mail.runOnce();
    }

    private static void send(Session session, MimeMessage message) throws MessagingException {
        try (var transport = session.getTransport("smtp")) {
            transport.connect();
            transport.sendMessage(message, new InternetAddress[] {new InternetAddress("service@frontline.example")});
        }
    }

    private String fate(String messageId) {
        return jdbc.sql("select state, outcome from fl_inbox where message_id = :id")
                .param("id", messageId)
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .single();
    }
}
