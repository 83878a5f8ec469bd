package agency.frontline.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells each colleague in one mail what was held back, an hour after the first notice was (O10). */
@Component
@Order(90) // the sender takes the digest along in the same round
class Digests implements MailWorker {

    private static final Duration AN_HOUR = Duration.ofHours(1);

    private final OutboxTable table;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Digests(OutboxTable table, ApplicationEventPublisher events, Clock clock, PlatformTransactionManager transactions) {
        this.table = table;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public boolean work() {
        boolean any = false;
        for (var address : table.heldSince(clock.instant().minus(AN_HOUR))) {
            any |= Boolean.TRUE.equals(transaction.execute(status -> {
                var digest = table.takeHeld(address);
                digest.ifPresent(events::publishEvent);
                return digest.isPresent();
            }));
        }
        return any;
    }

    @Override
    public Optional<Instant> nextDue(Instant after) {
        return table.firstHeld(after.minus(AN_HOUR)).map(held -> held.plus(AN_HOUR));
    }
}
