package agency.frontline.mail;

import agency.frontline.text.SafeFileName;
import agency.frontline.text.SafeHeader;
import jakarta.activation.DataHandler;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Locale;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts a mail into the form in which it travels (RFC 5322): plain text and HTML alike, marked for machines and threads. */
@Component
class MailWriter {

    /** By this header the inbox knows mails of its own installation when they come back (I11). */
    static final String MARK = "X-Frontline";

    /** Our Message-ID once more, for providers that give mails their own: a report of failure brings it back (O06). */
    static final String OWN_ID = "X-Frontline-Id";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final MailSettings settings;
    private final Clock clock;

    MailWriter(MailSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** A mail that keeps its Message-ID, goes to whoever may have it (O04), and knows whether it has begun to leave. */
    static final class Written extends SMTPMessage {

        private final String messageId;
        private boolean handedOver;

        private Written(Session session, String messageId) {
            super(session);
            this.messageId = messageId;
        }

        /** Whether a mail server may have all of it, even if it never said so. */
        boolean handedOver() {
            return handedOver;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }

        @Override
        public void writeTo(OutputStream out, String @Nullable [] ignored) throws IOException, MessagingException {
            super.writeTo(out, ignored);
            handedOver = true;
        }
    }

    Written write(QueuedMail mail, Session session) throws MessagingException {
        var message = new Written(session, mail.messageId());
        message.setFrom(address(settings.address(), settings.name()));
        message.setReplyTo(new InternetAddress[] {address(replyTo(mail), settings.name())});
        for (var recipient : mail.recipients()) {
            message.addRecipient(RecipientType.TO, address(recipient.address(), recipient.name()));
        }
        message.setSubject(SafeHeader.clean(mail.subject()), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        header(message, "In-Reply-To", mail.inReplyTo());
        header(
                message,
                "References",
                mail.thread() == null ? null : mail.thread().replace(" ", "\r\n "));
        header(message, MARK, settings.address());
        header(message, OWN_ID, mail.messageId());
        if (mail.automatic()) {
            header(message, "Auto-Submitted", mail.toClient() ? "auto-replied" : "auto-generated");
            header(message, "X-Auto-Response-Suppress", "All"); // Microsoft Exchange
        }
        body(message, mail);
        message.setEnvelopeFrom(envelopeSender(mail));
        message.setSendPartial(true);
        message.saveChanges();
        return message;
    }

    /** Who is told of a failed delivery; nobody for notices, so that no two machines write to each other (RFC 3834, 3.3). */
    private String envelopeSender(QueuedMail mail) {
        return mail.automatic() && !mail.toClient() ? "<>" : settings.address();
    }

    private String replyTo(QueuedMail mail) {
        if (!settings.plusAddressing() || mail.businessKey() == null || !mail.toClient()) {
            return settings.address();
        }
        var at = settings.address().lastIndexOf('@');
        return settings.address().substring(0, at)
                + "+"
                + mail.businessKey().toLowerCase(Locale.ROOT)
                + settings.address().substring(at);
    }

    private static void body(MimeMessage message, QueuedMail mail) throws MessagingException {
        var mark = mail.toClient() && mail.businessKey() != null ? mail.businessKey() : null;
        var text = mark == null ? mail.text() : mail.text().stripTrailing() + "\n\n[" + mark + "]\n";
        if (mail.html() == null && mail.files().isEmpty()) {
            message.setText(text, UTF_8);
            return;
        }
        var plain = new MimeBodyPart();
        plain.setText(text, UTF_8);
        var words = plain;
        if (mail.html() != null) {
            var html = new MimeBodyPart();
            html.setText(mark == null ? mail.html() : marked(mail.html(), mark), UTF_8, "html");
            if (mail.files().isEmpty()) {
                message.setContent(new MimeMultipart("alternative", plain, html));
                return;
            }
            words = new MimeBodyPart();
            words.setContent(new MimeMultipart("alternative", plain, html));
        }
        var all = new MimeMultipart("mixed", words);
        for (var file : mail.files()) {
            all.addBodyPart(part(file));
        }
        message.setContent(all);
    }

    private static MimeBodyPart part(MailFile file) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.content(), file.type())));
        part.setHeader("Content-Type", SafeHeader.require("type", file.type()));
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(SafeFileName.of(file.name()));
        return part;
    }

    /** The case number in small print: it finds the case where a mail program has dropped the thread (O06). */
    private static String marked(String html, String mark) {
        var line = "<p style=\"font-size:12px;opacity:.6\">[" + mark + "]</p>";
        var end = html.toLowerCase(Locale.ROOT).lastIndexOf("</body>");
        return end < 0 ? html + line : html.substring(0, end) + line + html.substring(end);
    }

    /** One address by the strict constructor, which takes no list (O08). */
    private static InternetAddress address(String address, @Nullable String name) throws MessagingException {
        var one = new InternetAddress(SafeHeader.require("email", address), true);
        try {
            one.setPersonal(name == null ? null : SafeHeader.clean(name), UTF_8);
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
        return one;
    }

    /** The library writes headers as they are; line breaks that fold our own list of ids are the only ones allowed (O07). */
    private static void header(MimeMessage message, String name, @Nullable String value) throws MessagingException {
        if (value != null) {
            SafeHeader.require(name, value.replace("\r\n ", " "));
            message.setHeader(name, value);
        }
    }
}
