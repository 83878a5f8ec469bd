package agency.frontline.deliverable;

import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague would change before the client sees it (C-49, C-53).
 *
 * @param source whose must it is; null for a suggestion
 */
public record Challenge(String what, Weight weight, @Nullable MustSource source) {

    private static final int LONGEST = 4000;

    /**
     * Reads the form: challenges, or the word that there is nothing to add, which counts as none.
     *
     * @throws agency.frontline.text.Refusal where there is neither, or a must does not say whose it is
     */
    public static List<Challenge> from(Answers answers) {
        var challenges = new ArrayList<Challenge>();
        var rows = answers.rows("challenges");
        int number = 0;
        for (var row : rows) {
            number++;
            var challenge = read(answers, new Answers(row::get), number);
            if (challenge != null) {
                challenges.add(challenge);
            }
        }
        if (rows.isEmpty() && !answers.flag("nothingToAdd")) {
            answers.refuse(
                    "challenges",
                    "Add a row with a question, a doubt or a better idea, or tick \"I have nothing to add\".");
        }
        if (!rows.isEmpty() && answers.flag("nothingToAdd")) {
            answers.refuse("nothingToAdd", "You have added something above; take the tick or the rows away.");
        }
        answers.done();
        return challenges;
    }

    private static @Nullable Challenge read(Answers answers, Answers of, int number) {
        var what = of.text("what");
        if (what.isEmpty()) {
            answers.refuse("challenges", "Row " + number + " is empty; write it down or take the row away.");
            return null;
        }
        if (what.length() > LONGEST) {
            answers.refuse("challenges", "Row %d: say it in at most %,d characters.".formatted(number, LONGEST));
        }
        var weight = choice(answers, of, "weight", Weight.class, number, "say whether it is a SUGGESTION or a MUST.");
        var source = weight == Weight.MUST
                ? choice(
                        answers,
                        of,
                        "source",
                        MustSource.class,
                        number,
                        "say whose must it is, CLIENT, LEGAL or BRAND; without a source it is a suggestion.")
                : null;
        return weight == null || weight == Weight.MUST && source == null
                ? null
                : new Challenge(SafeText.clean(what), weight, source);
    }

    private static <E extends Enum<E>> @Nullable E choice(
            Answers answers, Answers of, String field, Class<E> type, int number, String question) {
        for (var constant : type.getEnumConstants()) {
            if (constant.name().equals(of.text(field))) {
                return constant;
            }
        }
        answers.refuse("challenges", "Row " + number + ": " + question);
        return null;
    }
}
