package agency.frontline.mail;

import agency.frontline.mail.Delivery.State;
import agency.frontline.store.CrashPoint;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands the outbox to the mail server: claims what is due, sends it outside any transaction, notes what became of it and
 * tells the flows in one more. A mail whose sender dies between the server's answer and that note goes out once more,
 * under the same Message-ID, so that mail programs show it once (C06).
 */
@Component
@Order(100) // behind the inbox: what has come in may be answered in the same round
class MailSender implements MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailSender.class);

    /** The pauses before the second and each further try, as for the engine's jobs (O01). */
    static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12));

    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);

    /** How long into a lease another mail may be begun. */
    private static final Duration BEGINS_WITHIN = Duration.ofSeconds(45);

    /** When the connection is cut, so that no mail is still on its way to the server when its lease ends. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(110);

    private static final int NOTING_ATTEMPTS = 3;

    private final String claimant = UUID.randomUUID().toString();
    private final OutboxTable table;
    private final MailServer server;
    private final MailWriter writer;
    private final MailSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    MailSender(
            OutboxTable table,
            MailServer server,
            MailWriter writer,
            MailSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.table = table;
        this.server = server;
        this.writer = writer;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return table.nextDue(after);
    }

    @Override
    public boolean work() {
        var batch = transaction.execute(status -> {
            var due = table.claim(claimant, BATCH, LEASE);
            if (!due.isEmpty()) {
                CrashPoint.reached("outbox.committed");
            }
            return due;
        });
        if (batch == null || batch.isEmpty()) {
            return false;
        }
        var began = System.nanoTime();
        var domain = OwnMessageId.domain(settings.address());
        try (var smtp = new SmtpConnection(server, writer, domain, settings.patience(), ENDS_WITHIN)) {
            for (int i = 0; i < batch.size(); i++) {
                var late = System.nanoTime() - began > BEGINS_WITHIN.toNanos();
                if (late || !handle(batch.get(i), smtp)) {
                    giveBack(batch.subList(late ? i : i + 1, batch.size()));
                    return late;
                }
            }
        }
        return true;
    }

    /** Returns false when the mail server is away, so that the rest may wait for the next round without losing a try. */
    private boolean handle(QueuedMail mail, SmtpConnection smtp) {
        if (!mail.untold().isEmpty()) {
            tellAgain(mail);
            return true;
        }
        if (mail.waiting().isEmpty()) {
            note(mail, mail, List.of(), null, null);
            return true;
        }
        if (mail.due().isBefore(clock.instant().minus(settings.heldAfter()))) {
            hold(mail);
            return true;
        }
        if (mail.possibleDuplicate()) {
            LOG.warn(
                    "Mail {} ({} of {}) may have gone out before; it goes out with the same Message-ID.",
                    mail.messageId(),
                    mail.purpose(),
                    mail.businessKey());
        }
        var outcome = smtp.send(mail);
        if (outcome.recipients().stream().anyMatch(recipient -> recipient.state() == State.SENT)) {
            CrashPoint.reached("outbox.accepted");
        }
        note(mail, outcome);
        return !outcome.serverAway();
    }

    private void hold(QueuedMail mail) {
        var why = "Held, not sent: it was due at %s already, and may have gone out before a backup was restored."
                .formatted(mail.due().truncatedTo(ChronoUnit.SECONDS));
        LOG.warn("Mail {} ({} of {}): {}", mail.messageId(), mail.purpose(), mail.businessKey(), why);
        var recipients = mail.recipients().stream()
                .map(recipient -> recipient.waits() ? recipient.with(State.FAILED, why) : recipient)
                .toList();
        var held = recipients.stream()
                .filter(recipient -> why.equals(recipient.problem()))
                .toList();
        note(mail, mail.with(recipients), held, null, why);
    }

    private void note(QueuedMail mail, SmtpOutcome outcome) {
        var givesUp = mail.tries() > PAUSES.size();
        var recipients = mail.recipients().stream()
                .map(before -> outcome.recipients().stream()
                        .filter(after -> after.place() == before.place())
                        .map(after -> givesUp && after.waits() ? after.with(State.FAILED, after.problem()) : after)
                        .findFirst()
                        .orElse(before))
                .toList();
        var settled = recipients.stream()
                .filter(after -> !after.waits() && mail.waiting().stream().anyMatch(b -> b.place() == after.place()))
                .toList();
        var after = mail.with(recipients, mail.possibleDuplicate() || outcome.unanswered());
        var next = after.state() == State.PENDING ? clock.instant().plus(PAUSES.get(mail.tries() - 1)) : null;
        if (outcome.problem() != null) {
            LOG.warn(
                    "Mail {} ({} of {}), try {}: {} {}",
                    mail.messageId(),
                    mail.purpose(),
                    mail.businessKey(),
                    mail.tries(),
                    outcome.problem(),
                    next == null ? "It is not tried again." : "The next try is at " + next + ".");
        }
        note(mail, after, settled, next, outcome.problem());
    }

    /**
     * Notes and tells in one transaction. Where the flows cannot hear it, it is noted all the same, for the mail must not
     * go out again; they are told later.
     */
    private void note(
            QueuedMail before,
            QueuedMail after,
            List<QueuedMail.Recipient> settled,
            @Nullable Instant next,
            @Nullable String problem) {
        for (int attempt = 1; attempt <= NOTING_ATTEMPTS; attempt++) {
            try {
                transaction.executeWithoutResult(status -> {
                    if (table.settle(claimant, after, settled, next, problem, true)) {
                        tell(before, settled);
                    }
                });
                return;
            } catch (RuntimeException e) {
                LOG.warn("What became of mail {} could not be told, attempt {}", after.messageId(), attempt, e);
            }
        }
        try {
            var again = clock.instant().plus(PAUSES.get(0));
            transaction.executeWithoutResult(
                    status -> table.settle(claimant, after, settled, settled.isEmpty() ? next : again, problem, false));
        } catch (RuntimeException e) {
            LOG.error("What became of mail {} could not be noted; it may go out again", after.messageId(), e);
        }
    }

    private void tellAgain(QueuedMail mail) {
        var now = clock.instant();
        try {
            transaction.executeWithoutResult(status -> {
                table.told(claimant, mail, mail.waiting().isEmpty() ? null : now);
                tell(mail, mail.untold());
            });
        } catch (RuntimeException e) {
            LOG.error("What became of mail {} still cannot be told", mail.messageId(), e);
            // The claim's end is the next attempt.
        }
    }

    private void tell(QueuedMail before, List<QueuedMail.Recipient> settled) {
        var firstAccepted = before.recipients().stream()
                .noneMatch(recipient -> recipient.state() == State.SENT && recipient.told());
        if (firstAccepted && settled.stream().anyMatch(recipient -> recipient.state() == State.SENT)) {
            events.publishEvent(
                    new MailAccepted(before.businessKey(), before.purpose(), before.messageId(), clock.instant()));
        }
        for (var recipient : settled) {
            if (recipient.state() == State.FAILED) {
                events.publishEvent(new MailRefused(
                        before.businessKey(),
                        before.purpose(),
                        before.messageId(),
                        recipient.address(),
                        recipient.problem() == null ? "no reason given" : recipient.problem()));
            }
        }
    }

    private void giveBack(List<QueuedMail> rest) {
        if (!rest.isEmpty()) {
            transaction.executeWithoutResult(status -> table.release(claimant, rest));
        }
    }
}
