package agency.frontline.pulse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A pulse of one contact.
 *
 * @param contact mail address
 * @param askedAfter the case that ended in the question; null where a person asked for it
 * @param notSent why it was not sent; null where it was, or nobody has decided yet
 * @param sentAt when the question left or leaves; null where it was not sent
 * @param closesAt until when an answer counts
 * @param closedAt since when no answer counts any more, because of one or without
 * @param returned whether the mail reached nobody
 * @param answeredAt null without an answer
 * @param scores null without an answer
 * @param words the contact's own; null for none
 */
public record Pulse(
        String businessKey,
        String client,
        String contact,
        @Nullable String askedAfter,
        @Nullable String notSent,
        @Nullable Instant sentAt,
        @Nullable Instant closesAt,
        @Nullable Instant closedAt,
        boolean returned,
        @Nullable Instant answeredAt,
        @Nullable Scores scores,
        @Nullable String words) {

    public boolean isAnswered() {
        return answeredAt != null;
    }

    public boolean isLow() {
        return scores != null && scores.isLow();
    }

    public boolean isHigh() {
        return scores != null && scores.isHigh();
    }
}
