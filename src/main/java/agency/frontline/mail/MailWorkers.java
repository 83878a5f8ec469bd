package agency.frontline.mail;

import agency.frontline.store.DiskRoom;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.config.ScheduledTaskRegistrar;
import org.springframework.stereotype.Component;

/**
 * Runs the mail's way in and out at the interval {@code frontline.mail.poll-interval}; zero leaves it to whoever calls
 * {@link #runOnce}, such as tests.
 */
@Component
public class MailWorkers implements SchedulingConfigurer {

    private static final Logger LOG = LoggerFactory.getLogger(MailWorkers.class);

    private final ObjectProvider<MailWorker> workers;
    private final MailSettings settings;
    private final DiskRoom room;
    private final ReentrantLock running = new ReentrantLock();
    private volatile boolean ready;
    private volatile boolean closing;

    MailWorkers(ObjectProvider<MailWorker> workers, MailSettings settings, DiskRoom room) {
        this.workers = workers;
        this.room = room;
        this.settings = settings;
    }

    @Override
    public void configureTasks(ScheduledTaskRegistrar registrar) {
        if (!settings.pollInterval().isZero()) {
            registrar.addFixedDelayTask(this::runQuietly, settings.pollInterval());
        }
    }

    /** Groups, people and clients are there from here on; a mail that were read before would be a stranger's. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        ready = true;
    }

    private void runQuietly() {
        if (!ready) {
            return;
        }
        try {
            runOnce();
        } catch (RuntimeException e) {
            // The next round tries again; a mail server or database that is away is no reason to stop for good.
            LOG.warn("Mail waits for the next round: {}", e.toString());
        }
    }

    /**
     * Fetches, understands and sends all that is due now; ends when nothing of it is left to do. Begins nothing while the
     * disk is nearly full: each mail is safe where it is (C14).
     */
    public void runOnce() {
        if (!room.isThere()) {
            return;
        }
        running.lock();
        try {
            boolean more = true;
            while (more) {
                more = false;
                for (var worker : workers.orderedStream().toList()) {
                    more |= !closing && worker.work();
                }
            }
        } finally {
            running.unlock();
        }
    }

    /** What is begun is ended, and nothing new is begun: the database stays open only so long. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closing = true;
    }

    /** The first moment after this one at which a mail will be due that waits for its time or for another try. */
    public Optional<Instant> nextDue(Instant after) {
        return workers.stream()
                .flatMap(worker -> worker.nextDue(after).stream())
                .min(Comparator.naturalOrder());
    }
}
