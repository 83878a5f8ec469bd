package agency.frontline.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Says a moment as people do: "today by 16:00", "by Tuesday 12:00". In the reader's zone, counted from the day on
 * which they read it.
 *
 * @param now when the mail goes out
 */
record Moments(Language language, ZoneId zone, Instant now) {

    private static final int A_WEEK = 7;

    /** As a limit, to go with "you will hear from me". */
    String by(Instant due) {
        var days = daysUntil(due);
        if (days == 0) {
            return say("by.today", due);
        }
        if (days == 1) {
            return say("by.tomorrow", due);
        }
        return say(days > 1 && days < A_WEEK ? "by.soon" : "by.later", due);
    }

    /** As a point in time. */
    String at(Instant moment) {
        return switch ((int) daysUntil(moment)) {
            case 0 -> say("at.today", moment);
            case 1 -> say("at.tomorrow", moment);
            case -1 -> say("at.yesterday", moment);
            default -> say("at.other", moment);
        };
    }

    private long daysUntil(Instant moment) {
        return ChronoUnit.DAYS.between(
                now.atZone(zone).toLocalDate(), moment.atZone(zone).toLocalDate());
    }

    private String say(String key, Instant moment) {
        var local = moment.atZone(zone);
        var limits = language.say("weekdays.by").split(",");
        return language.say(
                key,
                Map.of(
                        "time", formatted("time", moment),
                        "date", formatted("date", moment),
                        "weekday", formatted("weekday", moment),
                        "weekdayBy", limits[local.getDayOfWeek().getValue() - 1].strip()));
    }

    private String formatted(String pattern, Instant moment) {
        return DateTimeFormatter.ofPattern(language.say("pattern." + pattern), language.locale())
                .format(moment.atZone(zone));
    }
}
