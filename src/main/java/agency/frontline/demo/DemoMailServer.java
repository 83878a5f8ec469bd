package agency.frontline.demo;

import agency.frontline.mail.MailServer;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserImpl;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The mail server that the demo brings along: real SMTP and IMAP on loopback, a mailbox for every address that mail comes
 * to, and any mailbox opens with the password {@code demo}. Nothing leaves this machine.
 */
@Component
@WithEmbeddedMail
class DemoMailServer implements MailServer, SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DemoMailServer.class);

    static final String PASSWORD = "demo";
    private static final String LOOPBACK = "127.0.0.1";

    private final DemoSettings settings;
    private final String agencyAddress;
    private final Path dataDirectory;
    private final Clock clock;
    private final Map<String, DemoMailbox> mailboxes = new ConcurrentSkipListMap<>();
    private @Nullable LoopbackMail server;

    DemoMailServer(
            DemoSettings settings,
            @Value("${frontline.mail.address}") String agencyAddress,
            @Value("${frontline.data-dir}") String dataDirectory,
            Clock clock) {
        this.settings = settings;
        this.agencyAddress = agencyAddress.toLowerCase(Locale.ROOT);
        this.dataDirectory = Path.of(dataDirectory);
        this.clock = clock;
    }

    @Override
    public Access smtp() {
        return new Access(LOOPBACK, running().smtpPort(), "", "", Encryption.NONE);
    }

    @Override
    public Access imap() {
        return new Access(LOOPBACK, running().imapPort(), agencyAddress, PASSWORD, Encryption.NONE);
    }

    String agencyAddress() {
        return agencyAddress;
    }

    /** All mailboxes by address. */
    Collection<DemoMailbox> mailboxes() {
        return mailboxes.values();
    }

    Optional<DemoMailbox> find(String address) {
        return Optional.ofNullable(mailboxes.get(address.toLowerCase(Locale.ROOT)));
    }

    /** The mailbox of this address; an empty one if nothing has come to it yet. */
    DemoMailbox mailbox(String address) {
        return mailboxes.computeIfAbsent(address.toLowerCase(Locale.ROOT), this::open);
    }

    private DemoMailbox open(String address) {
        try {
            var user = running().getUserManager().createUser(address, address, PASSWORD);
            var inbox = running().getManagers().getImapHostManager().getInbox(user);
            return new DemoMailbox(address, inbox, keptMail(), address.equals(agencyAddress));
        } catch (UserException | FolderException e) {
            throw new IllegalStateException("No mailbox for " + address, e);
        }
    }

    private @Nullable KeptMail keptMail() {
        return settings.keepMail() ? new KeptMail(dataDirectory.resolve("demo-mail")) : null;
    }

    private LoopbackMail running() {
        if (server == null) {
            throw new IllegalStateException("The demo mail server is not running");
        }
        return server;
    }

    @Override
    public void start() {
        PortTaken.check("frontline.demo.smtp-port", settings.smtpPort());
        PortTaken.check("frontline.demo.imap-port", settings.imapPort());
        var starting = new LoopbackMail(settings.smtpPort(), settings.imapPort());
        starting.getUserManager()
                .setMessageDeliveryHandler((mail, recipient) -> new Letterbox(mailbox(recipient.getEmail())));
        server = starting;
        mailbox(agencyAddress);
        var kept = keptMail();
        if (kept != null) {
            kept.mailboxes().forEach(address -> mailbox(address).restore());
        }
        starting.start();
        LOG.info(
                "Demo mail server: SMTP at {}, IMAP at {}, each mailbox opens with the password \"{}\"",
                smtp(),
                imap(),
                PASSWORD);
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop();
            server = null;
            mailboxes.clear();
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** First to start and last to stop, for the poller and the sender use it. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }

    /** Where GreenMail puts a mail: received at the demo's own time, which may be far from this machine's. */
    private final class Letterbox extends UserImpl {

        private final DemoMailbox mailbox;

        private Letterbox(DemoMailbox mailbox) {
            super(
                    mailbox.address(),
                    mailbox.address(),
                    PASSWORD,
                    running().getManagers().getImapHostManager());
            this.mailbox = mailbox;
        }

        @Override
        public void deliver(MovingMessage mail) {
            deliver(mail.getMessage());
        }

        @Override
        public void deliver(MimeMessage mail) {
            mailbox.deliver(mail, clock.instant());
        }
    }
}
