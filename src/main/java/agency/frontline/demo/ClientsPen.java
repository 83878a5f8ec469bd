package agency.frontline.demo;

import agency.frontline.mail.MailServer;
import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeFileName;
import agency.frontline.text.SafeText;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to the agency as a client would: a mail like any other, over SMTP. */
@Component
@WithEmbeddedMail
class ClientsPen {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();
    private static final String TIMEOUT = "30000"; // ms
    private static final int SUBJECT_LENGTH = 500;

    private final MailServer server;
    private final Clock clock;

    ClientsPen(MailServer server, Clock clock) {
        this.server = server;
        this.clock = clock;
    }

    /**
     * What a client writes.
     *
     * @param answered the mail that this answers; null for a new one
     */
    record Draft(
            Mailbox from,
            Mailbox to,
            String subject,
            String text,
            @Nullable ReadableMail answered,
            List<ReadableMail.File> files) {}

    /** Returns the Message-ID. */
    String send(Draft draft) {
        var access = server.smtp();
        var properties = new Properties();
        properties.put("mail.smtp.host", access.host());
        properties.put("mail.smtp.port", String.valueOf(access.port()));
        properties.put("mail.smtp.localhost", "localhost");
        properties.put("mail.smtp.connectiontimeout", TIMEOUT);
        properties.put("mail.smtp.timeout", TIMEOUT);
        try {
            var mail = write(draft, Session.getInstance(properties));
            Transport.send(mail);
            return mail.getMessageID();
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("The demo mail server did not take the mail", e);
        }
    }

    private MimeMessage write(Draft draft, Session session) throws MessagingException, UnsupportedEncodingException {
        var domain = draft.from().address().substring(draft.from().address().lastIndexOf('@') + 1);
        var id = "<" + UUID.randomUUID() + "@" + domain + ">";
        var mail = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", id);
            }
        };
        mail.setFrom(address(draft.from()));
        mail.setRecipient(RecipientType.TO, address(draft.to()));
        mail.setSubject(SafeText.line(draft.subject(), SUBJECT_LENGTH), UTF_8);
        mail.setSentDate(Date.from(clock.instant()));
        var text = SafeText.clean(draft.text());
        var answered = draft.answered();
        if (answered != null && answered.messageId() != null) {
            mail.setHeader("In-Reply-To", answered.messageId());
            mail.setHeader(
                    "References",
                    answered.references() == null
                            ? answered.messageId()
                            : answered.references() + " " + answered.messageId());
            text = text.stripTrailing() + "\n\n" + quoted(answered);
        }
        if (draft.files().isEmpty()) {
            mail.setText(text, UTF_8);
        } else {
            var all = new MimeMultipart();
            var words = new MimeBodyPart();
            words.setText(text, UTF_8);
            all.addBodyPart(words);
            for (var file : draft.files()) {
                var part = new MimeBodyPart();
                part.setDataHandler(
                        new DataHandler(new ByteArrayDataSource(file.content(), "application/octet-stream")));
                part.setFileName(SafeFileName.of(file.name()));
                all.addBodyPart(part);
            }
            mail.setContent(all);
        }
        mail.saveChanges();
        return mail;
    }

    /** As mail programs do, so that what is new must be told from what was said. */
    private static String quoted(ReadableMail answered) {
        var words = answered.text() == null ? "" : answered.text().stripTrailing();
        return "On " + answered.sent() + ", " + answered.from() + " wrote:\n"
                + words.lines().map(line -> "> " + line).collect(Collectors.joining("\n")) + "\n";
    }

    private static InternetAddress address(Mailbox mailbox) throws MessagingException, UnsupportedEncodingException {
        var address = new InternetAddress(mailbox.address(), true);
        address.setPersonal(mailbox.name(), UTF_8);
        return address;
    }
}
