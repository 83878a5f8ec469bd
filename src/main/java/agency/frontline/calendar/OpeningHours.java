package agency.frontline.calendar;

import agency.frontline.text.Refusal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;

/**
 * One stretch of working time on some days of the week, in the calendar's own zone. Several of them make a day with
 * breaks, such as 09:00-12:00 and 13:00-17:00 (F1).
 *
 * @param to the closing time; 00:00 is the midnight at the end of the day
 */
public record OpeningHours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    /** Refuses, for the field {@code hours}, no days at all and an end that is not after the start. */
    public OpeningHours {
        if (days.isEmpty()) {
            throw Refusal.of("hours", "Say on which days %s-%s is open, for example MONDAY.".formatted(from, to));
        }
        if (!from.isBefore(to) && !to.equals(LocalTime.MIDNIGHT)) {
            throw Refusal.of(
                    "hours",
                    "%s-%s must end after it starts, at 00:00 at the latest. Split hours that pass midnight in two."
                            .formatted(from, to));
        }
        days = Set.copyOf(EnumSet.copyOf(days));
    }

    boolean overlaps(OpeningHours other) {
        return days.stream().anyMatch(other.days::contains)
                && startsBeforeEndOf(other)
                && other.startsBeforeEndOf(this);
    }

    private boolean startsBeforeEndOf(OpeningHours other) {
        return other.to.equals(LocalTime.MIDNIGHT) || from.isBefore(other.to);
    }
}
