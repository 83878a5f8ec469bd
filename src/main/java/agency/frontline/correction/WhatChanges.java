package agency.frontline.correction;

import agency.frontline.client.plan.PremiseState;
import java.util.Collection;

/** What a correction changes of what was agreed: the four things that decide how big it is (C-88). */
public record WhatChanges(Effect scope, Effect budget, Effect schedule, PremiseState premise) {

    /** What a person can say of it on a form; one of them, or several. */
    public enum Pick {
        NOTHING(Effect.NONE, Effect.NONE, Effect.NONE, PremiseState.HOLDS),
        SCOPE_SLIGHT(Effect.SLIGHT, Effect.NONE, Effect.NONE, PremiseState.HOLDS),
        SCOPE_GREAT(Effect.GREAT, Effect.NONE, Effect.NONE, PremiseState.HOLDS),
        BUDGET_SLIGHT(Effect.NONE, Effect.SLIGHT, Effect.NONE, PremiseState.HOLDS),
        BUDGET_GREAT(Effect.NONE, Effect.GREAT, Effect.NONE, PremiseState.HOLDS),
        SCHEDULE_SLIGHT(Effect.NONE, Effect.NONE, Effect.SLIGHT, PremiseState.HOLDS),
        SCHEDULE_GREAT(Effect.NONE, Effect.NONE, Effect.GREAT, PremiseState.HOLDS),
        PREMISE_WEAKENED(Effect.NONE, Effect.NONE, Effect.NONE, PremiseState.WEAKENED),
        PREMISE_FAILS(Effect.NONE, Effect.NONE, Effect.NONE, PremiseState.FAILS);

        private final WhatChanges alone;

        Pick(Effect scope, Effect budget, Effect schedule, PremiseState premise) {
            this.alone = new WhatChanges(scope, budget, schedule, premise);
        }
    }

    /** All of it together; where the same thing is said twice, the greater counts. */
    public static WhatChanges of(Collection<Pick> picks) {
        return picks.stream().map(pick -> pick.alone).reduce(Pick.NOTHING.alone, WhatChanges::and);
    }

    private WhatChanges and(WhatChanges other) {
        return new WhatChanges(
                greater(scope, other.scope),
                greater(budget, other.budget),
                greater(schedule, other.schedule),
                greater(premise, other.premise));
    }

    private static <E extends Enum<E>> E greater(E one, E other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
