package agency.frontline.mail;

import agency.frontline.mail.SmtpOutcome.Verdict;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands mails to a mail server one after the other, over one connection that is opened when needed. */
final class SmtpConnection implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpConnection.class);

    private static final int TEMPORARY = 451;
    private static final int TOO_MANY_RECIPIENTS = 552;
    private static final int CLOSING = 421;

    private final MailServer server;
    private final MailWriter writer;
    private final String domain;
    private final MailSettings.Patience patience;
    private final Visit visit;
    private @Nullable SMTPTransport open;
    private @Nullable Session session;

    /** @param most after which the connection is cut, whatever the server is doing */
    SmtpConnection(MailServer server, MailWriter writer, String domain, MailSettings.Patience patience, Duration most) {
        this.server = server;
        this.writer = writer;
        this.domain = domain;
        this.patience = patience;
        this.visit = new Visit(most);
    }

    /** Tries the mail for the recipients who still wait for it. */
    SmtpOutcome send(QueuedMail mail) {
        var tried = mail.waiting();
        SMTPTransport transport;
        try {
            transport = connected();
        } catch (MessagingException | RuntimeException away) {
            return SmtpOutcome.noAnswer(tried, "The mail server cannot be used: " + away.getMessage(), false);
        }
        MailWriter.Written message;
        Address[] recipients;
        try {
            message = writer.write(mail, session);
            recipients = addresses(tried);
        } catch (MessagingException | RuntimeException unfit) {
            return SmtpOutcome.unfit(tried, "It cannot be written as a mail: " + unfit.getMessage());
        }
        try {
            transport.sendMessage(message, recipients);
            return SmtpOutcome.of(tried, recipient -> Verdict.ACCEPTED, false);
        } catch (SendFailedException answered) {
            return outcome(tried, answered, message.handedOver());
        } catch (MessagingException lost) {
            leave();
            return SmtpOutcome.noAnswer(tried, "No answer: " + lost.getMessage(), message.handedOver());
        }
    }

    private SmtpOutcome outcome(List<QueuedMail.Recipient> tried, SendFailedException answered, boolean handedOver) {
        var whole = verdict(answered);
        if (whole.code() <= 0) {
            leave();
            return SmtpOutcome.noAnswer(tried, "The connection broke off.", handedOver);
        }
        var accepted = Stream.ofNullable(answered.getValidSentAddresses())
                .flatMap(Arrays::stream)
                .map(SmtpConnection::key)
                .toList();
        var single = new HashMap<String, Verdict>();
        for (Exception each = answered; each instanceof MessagingException more; each = more.getNextException()) {
            if (each instanceof SMTPAddressFailedException refused) {
                single.put(key(refused.getAddress()), verdict(refused));
            }
        }
        if (whole.code() == CLOSING) {
            leave();
        }
        return SmtpOutcome.of(
                tried,
                recipient -> {
                    var address = recipient.address().toLowerCase(Locale.ROOT);
                    return accepted.contains(address) ? Verdict.ACCEPTED : single.getOrDefault(address, whole);
                },
                whole.code() == CLOSING);
    }

    private static Verdict verdict(SendFailedException answered) {
        if (answered instanceof SMTPAddressFailedException refused) {
            // An old way to say "too many at once", which another try mends (RFC 5321, 4.5.3.1.10).
            var code = refused.getReturnCode() == TOO_MANY_RECIPIENTS ? TEMPORARY : refused.getReturnCode();
            return new Verdict(code, refused.getMessage());
        }
        if (answered instanceof SMTPSenderFailedException refused) {
            return new Verdict(refused.getReturnCode(), refused.getMessage());
        }
        if (answered instanceof SMTPSendFailedException refused) {
            return new Verdict(refused.getReturnCode(), refused.getMessage());
        }
        return new Verdict(TEMPORARY, String.valueOf(answered.getMessage()));
    }

    private static String key(Address address) {
        return ((InternetAddress) address).getAddress().toLowerCase(Locale.ROOT);
    }

    private static Address[] addresses(List<QueuedMail.Recipient> recipients) throws MessagingException {
        var addresses = new Address[recipients.size()];
        for (int i = 0; i < addresses.length; i++) {
            addresses[i] = new InternetAddress(recipients.get(i).address(), true);
        }
        return addresses;
    }

    private SMTPTransport connected() throws MessagingException {
        if (open == null) {
            var access = server.smtp();
            session = Session.getInstance(properties(access));
            var transport = (SMTPTransport) session.getTransport(protocol(access));
            try {
                transport.connect(
                        access.host(),
                        access.port(),
                        access.username().isEmpty() ? null : access.username(),
                        access.username().isEmpty() ? null : access.password());
            } catch (MessagingException away) {
                throw new MessagingException(
                        access + ": " + TlsTrouble.of(away).orElseGet(() -> String.valueOf(away.getMessage())), away);
            }
            open = transport;
        }
        return open;
    }

    private static String protocol(MailServer.Access access) {
        return access.encryption() == MailServer.Encryption.TLS ? "smtps" : "smtp";
    }

    private Properties properties(MailServer.Access access) {
        var prefix = "mail." + protocol(access) + ".";
        var starttls = String.valueOf(access.encryption() == MailServer.Encryption.STARTTLS);
        var properties = new Properties();
        visit.govern(properties, protocol(access), patience);
        properties.put(prefix + "starttls.enable", starttls);
        properties.put(prefix + "starttls.required", starttls);
        properties.put(prefix + "auth", String.valueOf(!access.username().isEmpty()));
        // Else the library asks the name service who this machine is.
        properties.put(prefix + "localhost", domain);
        properties.put(prefix + "quitwait", "false");
        return properties;
    }

    @Override
    public void close() {
        leave();
        visit.close();
    }

    private void leave() {
        if (open != null) {
            try {
                open.close();
            } catch (MessagingException gone) {
                LOG.debug("The mail server was gone before we left", gone);
            }
            open = null;
        }
    }
}
