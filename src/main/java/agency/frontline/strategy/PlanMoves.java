package agency.frontline.strategy;

import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.ScopeItem;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new version of a plan means for the client: what they get now, what they do not get any more, and until when.
 *
 * @param endsOn null where the plan ends on the day it ended on before
 */
public record PlanMoves(List<String> comesIn, List<String> goesOut, @Nullable LocalDate endsOn) {

    public PlanMoves {
        comesIn = List.copyOf(comesIn);
        goesOut = List.copyOf(goesOut);
    }

    public static PlanMoves none() {
        return new PlanMoves(List.of(), List.of(), null);
    }

    public static PlanMoves between(Plan before, Plan after) {
        return new PlanMoves(
                more(before.scopeIn(), after.scopeIn()),
                more(after.scopeIn(), before.scopeIn()),
                before.endsOn().equals(after.endsOn()) ? null : after.endsOn());
    }

    private static List<String> more(List<ScopeItem> known, List<ScopeItem> all) {
        return all.stream()
                .map(ScopeItem::what)
                .filter(what -> known.stream().noneMatch(item -> item.what().equals(what)))
                .toList();
    }
}
