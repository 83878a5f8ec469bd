package agency.frontline.mail;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.client.Channel;
import agency.frontline.engine.PassingProblem;
import agency.frontline.mail.Inbox.Earlier;
import agency.frontline.mail.Inbox.Outcome;
import agency.frontline.mail.Inbox.State;
import agency.frontline.mail.Inbox.Stored;
import agency.frontline.mail.Reception.Incoming;
import agency.frontline.mail.Reception.Receipt;
import agency.frontline.store.CrashPoint;
import agency.frontline.store.StorageTrouble;
import agency.frontline.text.SafeHeader;
import agency.frontline.text.SafeText;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads stored mails and brings each to its case, one transaction a mail together with the engine (C04). What fails is
 * tried again; what fails three times is set aside and shown to somebody, and the others go on (I17).
 */
@Component
@Order(20)
class MailSorter implements MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailSorter.class);

    private static final int AT_ONCE = 20;

    /** A race is over at the second try; what broke for another reason gets a minute. */
    private static final List<Duration> PAUSES = List.of(Duration.ZERO, Duration.ofMinutes(1));

    /** For a case that cannot take the mail yet: after an hour a person sees it all the same (I04). */
    private static final List<Duration> PATIENT_PAUSES = List.of(
            Duration.ZERO,
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            Duration.ofMinutes(10),
            Duration.ofMinutes(15),
            Duration.ofMinutes(30));

    private static final String NOT_PLACED = "This mail could not be brought to its case.";

    private static final Duration REPETITION_WINDOW = Duration.ofHours(1);
    private static final int REPETITIONS_OF_A_PERSON = 2;

    private final Inbox inbox;
    private final MailReader reader;
    private final Reception reception;
    private final Correspondence correspondence;
    private final CaseNotes notes;
    private final ObjectProvider<DeliveryReports> deliveryReports;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    MailSorter(
            Inbox inbox,
            MailReader reader,
            Reception reception,
            Correspondence correspondence,
            CaseNotes notes,
            ObjectProvider<DeliveryReports> deliveryReports,
            MailSettings settings,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.inbox = inbox;
        this.reader = reader;
        this.reception = reception;
        this.correspondence = correspondence;
        this.notes = notes;
        this.deliveryReports = deliveryReports;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean work() {
        boolean any = false;
        for (var id : inbox.due(AT_ONCE)) {
            try {
                any |= sort(inbox.get(id));
            } catch (RuntimeException e) {
                // The database itself is away, or somebody is faster: nothing is lost, and the next round is soon.
                LOG.warn("Mail {} waits for the next round: {}", id, kind(e));
                return false;
            }
        }
        return any;
    }

    /** False if somebody else has this mail in hand. */
    private boolean sort(Stored mail) {
        IncomingMail read = null;
        try {
            read = mail.headerOnly() ? reader.readHeader(mail.raw(), mail.size()) : reader.read(mail.raw());
            return place(mail, read);
        } catch (Unreadable refused) {
            giveUp(mail, null, refused.getMessage());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (StorageTrouble.of(e).isPresent()) {
                throw e; // it is not the mail's fault and costs it no try (C12, C15)
            }
            failed(mail, read, e);
        }
        return true;
    }

    private boolean place(Stored mail, IncomingMail read) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            if (!inbox.hold(mail.id())) {
                return false;
            }
            placeHeld(mail, read);
            CrashPoint.reached("inbox.correlating");
            return true;
        }));
    }

    private void failed(Stored mail, @Nullable IncomingMail read, Throwable problem) {
        LOG.warn("Mail {} could not be placed, try {}: {}", mail.id(), mail.tries() + 1, kind(problem));
        var pauses = PassingProblem.is(problem) ? PATIENT_PAUSES : PAUSES;
        if (mail.tries() < pauses.size()) {
            inbox.retry(mail.id(), pauses.get(mail.tries()), problem.toString());
        } else {
            giveUp(mail, read, problem.toString());
        }
    }

    private void placeHeld(Stored mail, IncomingMail read) {
        if (read.ours()) {
            done(mail, read, Outcome.OWN, null);
            return;
        }
        var earlier = inbox.before(mail.id(), mail.messageId(), mail.bodyHash()).orElse(null);
        var same = earlier != null && earlier.bodyHash().equals(mail.bodyHash());
        if (same && earlier.state() == State.PENDING) {
            inbox.postpone(mail.id(), Duration.ofMinutes(1));
            return;
        }
        if (same) {
            // Sent to two of our addresses, or fetched again after the mailbox was rebuilt (I01, I18).
            done(mail, read, Outcome.REPEATED, earlier.businessKey());
            alsoSentTo(read, earlier);
            return;
        }
        if (inbox.anyWaits(mail.id(), read.references())) {
            // The mail that it answers came first and has no case yet (I04).
            inbox.postpone(mail.id(), Duration.ofMinutes(1));
            return;
        }
        if (read.bounce().isPresent() || read.receipt()) {
            done(mail, read, read.bounce().filter(this::report).isPresent() ? Outcome.BOUNCED : Outcome.IGNORED, null);
            return;
        }
        var hash = contentHash(read);
        var repeated =
                inbox.sameContent(read.from().address(), hash, clock.instant().minus(REPETITION_WINDOW));
        var message = incoming(mail, read, repeated);
        var receipt = reception.receive(
                earlier == null
                        ? message
                        : message.doubted("Another mail came with the same Message-ID, but with other words."));
        checked(read, receipt);
        if (mail.headerOnly() && message.mayBeAnswered() && receipt.outcome() != Outcome.SENDER_UNKNOWN) {
            events.publishEvent(new MailTooLarge(
                    "tooLarge:" + mail.id(),
                    receipt.businessKey(),
                    read.from(),
                    mail.size(),
                    settings.maxMessageSize()));
        }
        inbox.done(
                mail.id(), receipt.outcome(), receipt.businessKey(), read.from().address(), read.recipients(), hash);
        log(mail, receipt.outcome(), receipt.businessKey(), read.automatic());
    }

    private void alsoSentTo(IncomingMail read, Earlier earlier) {
        var before = earlier.recipients() == null
                ? List.<String>of()
                : List.of(earlier.recipients().split(" "));
        var more = read.recipients().stream()
                .filter(address -> !before.contains(address))
                .toList();
        if (earlier.businessKey() != null && !more.isEmpty()) {
            notes.add(
                    earlier.businessKey(),
                    "system",
                    "SAME_MAIL_AGAIN",
                    SafeText.line("The same mail came to " + String.join(", ", more) + ", too.", 2000));
        }
    }

    /** Nobody gets a right from what stands in From; whoever reads the case sees what our server thinks of it (I19). */
    private void checked(IncomingMail read, Receipt receipt) {
        if (read.authentication() != null) {
            notes.add(
                    receipt.businessKey(),
                    "system",
                    "SENDER_CHECKED",
                    "Our mail server on the mail of %s: %s"
                            .formatted(read.from().address(), read.authentication()));
        }
    }

    private Incoming incoming(Stored mail, IncomingMail read, List<String> repeated) {
        var automatic = read.automatic() != null || repeated.size() > REPETITIONS_OF_A_PERSON;
        return new Incoming(
                read.from(),
                read.doubt(),
                Channel.EMAIL,
                read.subject(),
                read.text(),
                read.html(),
                read.messageId(),
                mail.receivedAt(),
                read.references(),
                read.caseNumbers(),
                repeated.isEmpty() ? null : repeated.get(0),
                automatic,
                !automatic && !read.deaf(),
                read.attachments(),
                read.refused());
    }

    private static String contentHash(IncomingMail read) {
        var files = read.attachments().stream()
                .map(file -> file.name() + " " + MailReader.sha256(file.content()))
                .collect(Collectors.joining("\n"));
        var content = (read.subject() + "\n" + read.text() + "\n" + files)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", " ");
        return MailReader.sha256(content.getBytes(StandardCharsets.UTF_8));
    }

    /** Whether the report was about a mail of ours. */
    private boolean report(Bounce bounce) {
        var reports = deliveryReports.getIfAvailable();
        if (reports == null) {
            return false;
        }
        for (var id : bounce.messageIds()) {
            var ours = false;
            for (var failure : bounce.failures()) {
                ours |= reports.bounced(id, failure.recipient(), failure.reason());
            }
            if (ours) {
                return true;
            }
        }
        return false;
    }

    private void done(Stored mail, IncomingMail read, Outcome outcome, @Nullable String businessKey) {
        inbox.done(mail.id(), outcome, businessKey, read.from().address(), read.recipients(), null);
        log(mail, outcome, businessKey, read.automatic());
    }

    private static void log(Stored mail, Outcome outcome, @Nullable String businessKey, @Nullable String automatic) {
        LOG.info(
                "Mail {} {}: {} {}{}",
                mail.id(),
                SafeHeader.clean(mail.messageId()),
                outcome,
                businessKey == null ? "" : businessKey,
                automatic == null ? "" : " (automatic: " + SafeHeader.clean(automatic) + ")");
    }

    /** Sets the mail aside, and shows a person as much of it as can be shown. */
    private void giveUp(Stored mail, @Nullable IncomingMail read, String problem) {
        var bare = reader.readUnreadable(
                mail.raw(),
                "We could not read this mail. Its source is kept in the inbox as no. %d.".formatted(mail.id()));
        var shown = read != null
                        && setAside(
                                mail, problem, incoming(mail, read, List.of()).doubted(NOT_PLACED))
                || setAside(mail, problem, incoming(mail, bare, List.of()));
        if (!shown) {
            inbox.setAside(mail.id(), problem, bare.from().address(), null);
            alarm(mail, bare);
        }
        LOG.error("Mail {} is set aside with its source, {} to a person", mail.id(), shown ? "shown" : "not shown");
    }

    private void alarm(Stored mail, IncomingMail bare) {
        var what = "no. %d in the inbox, from %s, “%s”"
                .formatted(mail.id(), bare.from().address(), bare.subject());
        try {
            events.publishEvent(new MailAlarm(MailAlarm.Kind.MAIL_STUCK, "inbox:" + mail.id(), what));
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told of mail {}: {}", mail.id(), kind(e));
        }
    }

    private boolean setAside(Stored mail, String problem, Incoming message) {
        try {
            transaction.executeWithoutResult(status -> inbox.setAside(
                    mail.id(), problem, message.from().address(), correspondence.senderUnknown(message.forReview())));
            return true;
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.warn("Mail {} cannot be shown to anybody: {}", mail.id(), kind(e));
            return false;
        }
    }

    /** Without the problem's own words: a database repeats in them what the client wrote. */
    private static String kind(Throwable problem) {
        var root = problem;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return problem.getClass().getSimpleName()
                + (root == problem ? "" : " of " + root.getClass().getSimpleName());
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return inbox.nextDue(after);
    }
}
