package agency.frontline.mail;

import java.time.Instant;
import java.util.Optional;

/** One step of the mail's way that runs beside people's requests; {@link MailWorkers} drives all of them in bean order. */
interface MailWorker {

    /**
     * Does a bounded piece of what is due. Never throws for a single bad mail: that one is set aside and shown.
     *
     * @return true if something was done, so that there may be more
     */
    boolean work();

    /** The first moment after this one at which something will be due that waits for its time; empty if nothing does. */
    default Optional<Instant> nextDue(Instant after) {
        return Optional.empty();
    }
}
