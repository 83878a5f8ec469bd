package agency.frontline.calendar;

import java.time.Instant;

/**
 * A due date that explains itself, so that nobody has to recount holidays when a promise is questioned.
 *
 * @param why one English sentence in the calendar's local time, such as "4 working hours from Fri 1 May 2026 16:00
 *     (Europe/London); Mon 4 May is a holiday (Early May Bank Holiday)"
 */
public record Due(Instant at, String why) {}
