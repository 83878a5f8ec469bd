package agency.frontline.endcheck;

import agency.frontline.client.plan.Goal;
import agency.frontline.client.plan.GoalVerdict;
import agency.frontline.client.plan.Plan;
import java.util.ArrayList;
import java.util.List;

/**
 * One goal, seen from both sides.
 *
 * @param gap how far the two are apart
 */
public record Comparison(Goal goal, Verdict agency, Verdict client, Gap gap) {

    /** How one side's view differs from the other's. */
    public enum Gap {
        NONE,
        /** The agency thinks more was reached than the client does: the dangerous one. */
        WE_SEE_MORE,
        THEY_SEE_MORE,
        /** One side cannot say yet. */
        ONE_CANNOT_SAY;

        static Gap between(GoalVerdict agency, GoalVerdict client) {
            if (agency == client) {
                return NONE;
            }
            if (agency == GoalVerdict.OPEN || client == GoalVerdict.OPEN) {
                return ONE_CANNOT_SAY;
            }
            return agency.compareTo(client) < 0 ? WE_SEE_MORE : THEY_SEE_MORE;
        }

        /** For colleagues, without a full stop. */
        public String inWords() {
            return switch (this) {
                case NONE -> "we agree";
                case WE_SEE_MORE -> "we see more reached than they do";
                case THEY_SEE_MORE -> "they see more reached than we do";
                case ONE_CANNOT_SAY -> "one of us cannot say yet";
            };
        }
    }

    /** For colleagues, without a full stop. */
    public static String inWords(GoalVerdict verdict) {
        return switch (verdict) {
            case REACHED -> "reached";
            case PARTLY -> "partly reached";
            case MISSED -> "not reached";
            case OPEN -> "too early to say";
        };
    }

    /** Goal by goal, those that both sides have judged. */
    static List<Comparison> of(Plan plan, List<Verdict> agency, List<Verdict> client) {
        var all = new ArrayList<Comparison>();
        for (var goal : plan.goals()) {
            var ours =
                    agency.stream().filter(one -> one.goal().equals(goal.id())).findFirst();
            var theirs =
                    client.stream().filter(one -> one.goal().equals(goal.id())).findFirst();
            if (ours.isPresent() && theirs.isPresent()) {
                all.add(new Comparison(
                        goal,
                        ours.get(),
                        theirs.get(),
                        Gap.between(ours.get().verdict(), theirs.get().verdict())));
            }
        }
        return all;
    }
}
