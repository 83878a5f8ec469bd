package agency.frontline.nextstep;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody will do, as it was agreed with the client.
 *
 * @param businessKey the case that follows it now
 * @param agreedIn the case in which it was agreed first
 * @param day the day at the client's by whose end it is due
 * @param due the end of that business day
 * @param revision how often it was agreed anew, from 0; the SEQUENCE of its calendar entry (RFC 5545)
 * @param outcome null while open
 */
public record NextStep(
        String id,
        String client,
        String businessKey,
        String agreedIn,
        String what,
        StepOwner owner,
        LocalDate day,
        Instant due,
        int revision,
        @Nullable StepOutcome outcome,
        @Nullable Instant endedAt,
        @Nullable String note) {

    public boolean isOpen() {
        return outcome == null;
    }
}
