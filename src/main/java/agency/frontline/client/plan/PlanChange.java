package agency.frontline.client.plan;

import org.jspecify.annotations.Nullable;

/**
 * One thing that a version of a plan says otherwise than the one before.
 *
 * @param id number of the part, such as {@code P2}; the aspect's own name where the plan as a whole changed
 * @param before null for something new
 * @param after null for something that is gone
 */
public record PlanChange(Aspect aspect, String id, @Nullable String before, @Nullable String after) {

    /** What a change touches; the first four are what makes it minor or significant (C-88). */
    public enum Aspect {
        SCOPE,
        BUDGET,
        SCHEDULE,
        PREMISE,
        GOAL,
        SECTION
    }

    /** For colleagues, without a full stop: {@code W2 "Landing page": by 2026-11-30, before 2026-11-20}. */
    public String inWords() {
        if (before == null) {
            return "%s is new: %s".formatted(id, after);
        }
        return after == null
                ? "%s is gone: %s".formatted(id, before)
                : "%s: %s, before %s".formatted(id, after, before);
    }
}
