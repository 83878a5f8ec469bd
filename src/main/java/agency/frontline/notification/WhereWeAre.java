package agency.frontline.notification;

import agency.frontline.client.plan.GoalVerdict;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.PlanPhase;
import agency.frontline.client.plan.SignLook;
import agency.frontline.client.plan.WorkItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a client's plan stands on a day at the client's: all that they may read of it (C-80). Hours and money that were
 * used are not in it; they are ours to explain, on the days that the watch over the plan names (F11).
 *
 * @param plan the version that is shown
 * @param newest number of the version that holds now
 * @param begins the first day of the plan: the day somebody bought into the baseline
 * @param looks the newest look at each early sign, by its number
 * @param versions all up to the one that is shown, the baseline first
 * @param steps the open next steps of both sides; none for an old version
 * @param talk when we speak next; null where nothing is arranged
 * @param work its items as it looks now; for an old version as they were agreed
 * @param normal what is normal now, in the account manager's words; null for what we suggest
 * @param endings how both sides judged the goals at the end, by the goal's number; empty before
 */
public record WhereWeAre(
        Plan plan,
        int newest,
        LocalDate begins,
        LocalDate today,
        PlanPhase phase,
        Map<String, SignLook> looks,
        List<Plan> versions,
        List<Step> steps,
        @Nullable Instant talk,
        List<Work> work,
        @Nullable String normal,
        Map<String, Ending> endings) {

    /** Something that somebody will do; {@code who} is a person's name. */
    public record Step(String what, String who, LocalDate day, boolean ours) {}

    /** @param forecast as it looks now; the agreed day where nobody said otherwise */
    public record Work(WorkItem item, boolean done, LocalDate forecast) {}

    /** What each side said of a goal, apart from the other (C-82). */
    public record Ending(GoalVerdict agency, GoalVerdict client) {}

    public boolean isNewest() {
        return plan.version() == newest;
    }
}
