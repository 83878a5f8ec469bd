package agency.frontline.outside;

import static org.awaitility.Awaitility.await;

import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Predicate;

/** Somebody with a mail program: writes by SMTP and reads the own mailbox by IMAP. */
public final class Correspondent {

    private static final String SERVICE = "service@frontline.example";

    private final String address;
    private final int smtpPort;
    private final int imapPort;
    private final Session session;

    private Correspondent(String address, int smtpPort, int imapPort) {
        this.address = address;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
        var properties = new Properties();
        for (var protocol : List.of("mail.smtp.", "mail.imap.")) {
            properties.put(protocol + "connectiontimeout", "10000");
            properties.put(protocol + "timeout", "20000");
        }
        this.session = Session.getInstance(properties);
    }

    public static Correspondent at(String address, int smtpPort, int imapPort) {
        return new Correspondent(address, smtpPort, imapPort);
    }

    public static Correspondent at(String address, RunningFrontline frontline) {
        return at(address, frontline.smtpPort(), frontline.imapPort());
    }

    /** Writes to the agency. Returns the mail's Message-ID. */
    public String writes(String subject, String words) {
        return send(compose(subject, words));
    }

    /** Writes a mail that answers nothing to this very address. */
    void writesTo(String recipient, String subject, String words) {
        try {
            var mail = compose(subject, words);
            mail.setRecipients(RecipientType.TO, recipient);
            send(mail);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers a mail as mail programs do: in its thread, with the old text quoted below. */
    public String answers(Received mail, String words) {
        try {
            var quoted = "> " + mail.text().strip().replace("\n", "\n> ");
            var answer = compose(
                    mail.subject().startsWith("Re: ") ? mail.subject() : "Re: " + mail.subject(),
                    words + "\n\nOn Thu, 26 Nov 2026 at 10:00, Frontline Agency wrote:\n" + quoted);
            answer.setHeader("In-Reply-To", mail.messageId());
            answer.setHeader("References", mail.messageId());
            return send(answer);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MimeMessage compose(String subject, String words) {
        try {
            var id = "<" + UUID.randomUUID() + "@" + address.substring(address.indexOf('@') + 1) + ">";
            var mail = new MimeMessage(session) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", id);
                }
            };
            mail.setFrom(new InternetAddress(address));
            mail.setRecipients(RecipientType.TO, SERVICE);
            mail.setSubject(subject, StandardCharsets.UTF_8.name());
            mail.setText(words, StandardCharsets.UTF_8.name());
            mail.setSentDate(new java.util.Date());
            return mail;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String send(MimeMessage mail) {
        try (var transport = session.getTransport("smtp")) {
            mail.saveChanges();
            transport.connect("127.0.0.1", smtpPort, address, "demo");
            transport.sendMessage(mail, mail.getAllRecipients());
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(address + " cannot send", e);
        }
    }

    /** A mail in the mailbox. */
    public record Received(String from, String replyTo, String subject, String messageId, String text) {}

    /** Everything in the mailbox, oldest first. */
    public List<Received> mailbox() {
        try (var store = session.getStore("imap")) {
            store.connect("127.0.0.1", imapPort, address, "demo");
            try (var inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                var mails = new ArrayList<Received>();
                for (var message : inbox.getMessages()) {
                    if (message.isSet(Flags.Flag.DELETED)) {
                        continue;
                    }
                    // A copy, for a part can only be read while the folder is open.
                    var bytes = new ByteArrayOutputStream();
                    message.writeTo(bytes);
                    var mail = new MimeMessage(session, new ByteArrayInputStream(bytes.toByteArray()));
                    mails.add(new Received(
                            mail.getFrom()[0].toString(),
                            ((InternetAddress) mail.getReplyTo()[0]).getAddress(),
                            mail.getSubject(),
                            mail.getMessageID(),
                            plainText(mail)));
                }
                return mails;
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(address + " cannot read mail", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a mail whose text or subject is as wanted, and takes the newest such. */
    public Received gets(String what, Predicate<Received> wanted) {
        return await(address + " gets " + what)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> mailbox().stream().filter(wanted).reduce((earlier, later) -> later),
                        java.util.Optional::isPresent)
                .orElseThrow();
    }

    private static String plainText(Part part) throws MessagingException, IOException {
        if (part.isMimeType("text/plain")) {
            return (String) part.getContent();
        }
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                var text = plainText(parts.getBodyPart(i));
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }
}
