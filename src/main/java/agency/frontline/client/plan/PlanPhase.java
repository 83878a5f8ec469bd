package agency.frontline.client.plan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** How far a plan is on its way, by the calendar alone: what is normal in one part of it is not in another (C-80). */
public enum PlanPhase {
    /** The first fifth of its days. */
    BEGINNING,
    MIDDLE,
    /** The last fifth. */
    LAST_STRETCH,
    /** The day on which it ends has passed. */
    OVER;

    private static final int PARTS = 5;

    /**
     * @param begins the first day of the plan
     * @param ends its last
     */
    public static PlanPhase of(LocalDate begins, LocalDate ends, LocalDate today) {
        if (today.isAfter(ends)) {
            return OVER;
        }
        var length = Math.max(1, ChronoUnit.DAYS.between(begins, ends));
        var gone = Math.max(0, ChronoUnit.DAYS.between(begins, today));
        if (gone * PARTS < length) {
            return BEGINNING;
        }
        return gone * PARTS < length * (PARTS - 1) ? MIDDLE : LAST_STRETCH;
    }
}
