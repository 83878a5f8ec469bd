package agency.frontline.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of one mail of ours for one recipient.
 *
 * @param businessKey null for a mail that belongs to no case
 * @param problem what a mail server said against it; null when nothing
 * @param at when it was accepted, refused or returned; null while it waits
 * @param possibleDuplicate it may have gone out twice, with one Message-ID, after a crash or a lost answer (C06)
 */
public record Delivery(
        @Nullable String businessKey,
        String purpose,
        String messageId,
        String recipient,
        boolean toClient,
        State state,
        @Nullable String problem,
        @Nullable Instant at,
        boolean possibleDuplicate) {

    /** Where it stands. */
    public enum State {
        /** Waits for its time, or for the next try. */
        PENDING,
        /** A mail server took it. */
        SENT,
        /** Refused for good, or given up after the last try. */
        FAILED,
        /** Accepted at first and reported back as undeliverable. */
        BOUNCED,
        /** Not sent by itself: the address had its share of automatic mails (F6); a colleague finds it in a digest (O10). */
        SUPPRESSED
    }
}
