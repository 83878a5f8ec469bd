package agency.frontline.rescue;

import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What manager and director agree to do about an account that is about to be lost (C-35). Days are the client's.
 *
 * @param sponsor user id of the director who stands for it
 */
public record SavePlan(String sponsor, List<Step> steps, LocalDate visitOn, LocalDate reviewOn) {

    private static final int LONGEST = 500;
    private static final int MOST_STEPS = 50;

    /** @param who user id of the one colleague who does it */
    public record Step(String what, String who, LocalDate due) {}

    /**
     * Reads the form.
     *
     * @param directors user ids of those who may stand for an account
     * @param people user ids of those who may take a step
     * @throws agency.frontline.text.Refusal with each missing part
     */
    public static SavePlan from(Answers answers, Set<String> directors, Set<String> people, LocalDate today) {
        var sponsor = answers.required("sponsor", "Choose the director who stands for this account.");
        if (!sponsor.isEmpty() && !directors.contains(sponsor)) {
            answers.refuse("sponsor", "'" + sponsor + "' is no account director; choose one of them.");
        }
        var steps = steps(answers, people, today);
        var visitOn = answers.day("visitOn");
        if (answers.text("visitOn").isEmpty()) {
            answers.refuse("visitOn", "Give the day on which somebody goes there.");
        } else if (visitOn != null && visitOn.isBefore(today)) {
            answers.refuse("visitOn", "Give today or a later day; a visit that took place is noted in the next step.");
        }
        var reviewOn = answers.day("reviewOn");
        if (answers.text("reviewOn").isEmpty()) {
            answers.refuse("reviewOn", "Give the day on which you look at it again.");
        } else if (reviewOn != null && visitOn != null && reviewOn.isBefore(visitOn)) {
            answers.refuse("reviewOn", "Give the day of the visit or a later one.");
        }
        answers.done();
        return new SavePlan(sponsor, steps, visitOn, reviewOn);
    }

    private static List<Step> steps(Answers answers, Set<String> people, LocalDate today) {
        var steps = new ArrayList<Step>();
        var rows = answers.rows("savePlan");
        if (rows.isEmpty()) {
            answers.refuse("savePlan", "Agree on at least one step: what is done, by whom, and by when.");
        }
        if (rows.size() > MOST_STEPS) {
            answers.refuse("savePlan", "Agree on at most " + MOST_STEPS + " steps.");
            return steps;
        }
        for (int number = 1; number <= rows.size(); number++) {
            var step = step(answers, new Answers(rows.get(number - 1)::get), number, people, today);
            if (step != null) {
                steps.add(step);
            }
        }
        return steps;
    }

    private static @Nullable Step step(Answers answers, Answers row, int number, Set<String> people, LocalDate today) {
        var what = row.text("what");
        if (what.isEmpty()) {
            answers.refuse("savePlan", "Step " + number + ": say what is done.");
        } else if (what.length() > LONGEST) {
            answers.refuse("savePlan", "Step " + number + ": say it in at most " + LONGEST + " characters.");
        }
        var who = row.text("who");
        if (!people.contains(who)) {
            answers.refuse("savePlan", "Step " + number + ": choose the one colleague of this client who does it.");
        }
        var due = row.day("by");
        if (due == null) {
            answers.refuse("savePlan", "Step " + number + ": give the day by which it is done, such as 2026-12-24.");
        } else if (due.isBefore(today)) {
            answers.refuse("savePlan", "Step " + number + ": give today or a later day.");
        }
        return due == null ? null : new Step(what, who, due);
    }
}
