package agency.frontline.nextstep;

import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A next step as a form lists it: a new one, or one from before with what has become of it.
 *
 * @param id of the one from before; null for a new one
 * @param outcome null while it is open
 */
public record Agreed(
        @Nullable String id,
        String what,
        StepOwner owner,
        LocalDate day,
        @Nullable StepOutcome outcome,
        @Nullable String note) {

    private static final int LONGEST = 1000;

    /** What {@code state} may say of a step from before. */
    public enum State {
        OPEN,
        DONE,
        DROPPED
    }

    /**
     * Reads the rows of a form's list of next steps, noting each mistake: a step without exactly one owner and a day is
     * refused on every path (C-23), and one from before is not lost by taking its row away.
     *
     * @param known the person behind a user id or a mail address; null for nobody of this client or its team
     * @param standing the open steps that stood on the form when it was opened
     * @param today the day at the client's
     */
    public static List<Agreed> from(
            Answers answers,
            String field,
            Function<String, @Nullable StepOwner> known,
            List<NextStep> standing,
            LocalDate today) {
        var steps = new ArrayList<Agreed>();
        var seen = new HashSet<String>();
        int number = 0;
        for (var row : answers.rows(field)) {
            number++;
            var of = new Answers(row::get);
            var id = of.text("stepId");
            var before = standing.stream().filter(step -> step.id().equals(id)).findFirst();
            if (!id.isEmpty() && before.isEmpty()) {
                // Closed elsewhere since the form was opened: nothing is left to agree.
                seen.add(id);
                continue;
            }
            before.ifPresent(step -> seen.add(step.id()));
            var step = read(answers, field, of, number, before.orElse(null), known, today);
            if (step != null) {
                steps.add(step);
            }
        }
        standing.stream()
                .filter(step -> !seen.contains(step.id()))
                .forEach(step -> answers.refuse(
                        field,
                        "\"%s\" was agreed before and is still open: keep its row, and say there if it is done or no longer needed."
                                .formatted(step.what())));
        return steps;
    }

    private static @Nullable Agreed read(
            Answers answers,
            String field,
            Answers of,
            int number,
            @Nullable NextStep before,
            Function<String, @Nullable StepOwner> known,
            LocalDate today) {
        var what = of.text("what");
        if (before == null
                && what.isEmpty()
                && of.text("owner").isEmpty()
                && of.text("due").isEmpty()) {
            answers.refuse(field, "Step " + number + " is empty; fill it in or take it away.");
            return null;
        }
        var state = of.choice("state", State.class);
        var outcome = before == null || state == null || state == State.OPEN
                ? null
                : state == State.DONE ? StepOutcome.DONE : StepOutcome.DROPPED;
        if (before != null && outcome != null) {
            var note = of.text("note");
            if (outcome == StepOutcome.DROPPED && note.isEmpty()) {
                answers.refuse(field, "Step " + number + ": say in a few words why it is no longer needed.");
            }
            return new Agreed(before.id(), before.what(), before.owner(), before.day(), outcome, note);
        }
        if (what.isEmpty()) {
            answers.refuse(field, "Step " + number + ": say what will be done.");
        }
        if (what.length() > LONGEST) {
            answers.refuse(field, "Step " + number + ": say it in at most " + LONGEST + " characters.");
        }
        var owner = of.text("owner").isEmpty() ? null : known.apply(of.text("owner"));
        if (owner == null) {
            answers.refuse(
                    field, "Step " + number + ": choose the one person who does it, at the client's or on its team.");
        }
        var day = dayOf(answers, field, of, number);
        if (day != null && day.isBefore(today) && (before == null || !day.equals(before.day()))) {
            answers.refuse(field, "Step " + number + ": give today or a later day.");
        }
        return what.isEmpty() || owner == null || day == null
                ? null
                : new Agreed(before == null ? null : before.id(), what, owner, day, null, null);
    }

    private static @Nullable LocalDate dayOf(Answers answers, String field, Answers of, int number) {
        var day = of.day("due");
        if (day == null) {
            answers.refuse(field, "Step " + number + ": give the day by which it is done, such as 2026-12-24.");
        }
        return day;
    }
}
