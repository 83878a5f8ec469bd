package agency.frontline.endcheck;

import agency.frontline.client.plan.Goal;
import agency.frontline.client.plan.GoalVerdict;
import agency.frontline.client.plan.Plan;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.util.ArrayList;
import java.util.List;

/**
 * What one side says of one goal.
 *
 * @param goal its number, such as {@code G1}
 * @param words their own; empty for none
 */
public record Verdict(String goal, GoalVerdict verdict, String words) {

    /** The field names of a row. */
    public static final String GOAL = "goalId";

    public static final String VERDICT = "verdict";
    public static final String WORDS = "words";

    public static final int WORDS_AT_MOST = 10_000;

    /**
     * A verdict for each goal of the plan, in its order, from the rows of a form; what is refused is noted in the answers.
     *
     * @param withReason whether whatever was not simply reached needs words
     */
    public static List<Verdict> from(Answers answers, String field, Plan plan, boolean withReason) {
        var verdicts = new ArrayList<Verdict>();
        for (var goal : plan.goals()) {
            var row = answers.rows(field).stream()
                    .filter(one -> goal.id().equals(one.get(GOAL)))
                    .findFirst()
                    .map(one -> new Answers(one::get))
                    .orElseGet(() -> new Answers(name -> null));
            var verdict = row.choice(VERDICT, GoalVerdict.class);
            var words = SafeText.clean(row.text(WORDS)).strip();
            if (verdict == null) {
                answers.refuse(field, "%s Say whether it was reached: %s".formatted(place(goal), choices()));
            } else if (withReason && verdict != GoalVerdict.REACHED && words.isEmpty()) {
                answers.refuse(field, place(goal) + " Say in a few words why.");
            } else if (words.length() > WORDS_AT_MOST) {
                answers.refuse(field, place(goal) + " Say it in at most %d characters.".formatted(WORDS_AT_MOST));
            } else {
                verdicts.add(new Verdict(goal.id(), verdict, words));
            }
        }
        return verdicts;
    }

    private static String place(Goal goal) {
        return goal.id() + " \"" + SafeText.line(goal.what(), 100) + "\":";
    }

    private static String choices() {
        return "REACHED, PARTLY, MISSED or OPEN.";
    }
}
