package agency.frontline.pulse;

import agency.frontline.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;

/**
 * When a question leaves, is repeated once and closes. People read in their own hours (C-64), but ten days are ten days,
 * whether they work on them or not.
 *
 * @param sentAt in the client's hours
 * @param remindAt half-way, in the client's hours
 * @param closesAt unanswered after this
 */
public record Schedule(Instant sentAt, Instant remindAt, Instant closesAt) {

    private static final Duration OPEN_FOR = Duration.ofDays(10);

    /** Whoever reads a reminder has at least this long to answer; otherwise it would only annoy. */
    private static final Duration TIME_TO_ANSWER = Duration.ofDays(1);

    public static Schedule from(Instant now, BusinessCalendar calendar) {
        var sent = calendar.nextOpen(now);
        var closes = sent.plus(OPEN_FOR);
        var middle = calendar.nextOpen(sent.plus(OPEN_FOR.dividedBy(2)));
        return new Schedule(sent, middle.isBefore(closes) ? middle : closes, closes);
    }

    /** Whether a reminder that is read then leaves time to answer. */
    public static boolean isWorthReminding(Instant readAt, Instant closesAt) {
        return !readAt.plus(TIME_TO_ANSWER).isAfter(closesAt);
    }
}
