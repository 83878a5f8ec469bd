package agency.frontline.pulse;

import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What a contact tapped, each from 0 to 10. Client service is not client work, so that both are asked, and how working
 * with us leaves them feeling is a third thing (C-59, C-72).
 */
public record Scores(int service, int work, int feeling) {

    /** Names of the questions, in the page and in the process alike. */
    public static final String SERVICE = "service";

    public static final String WORK = "work";
    public static final String FEELING = "feeling";

    public static final int MOST = 10;

    private static final int LOW_AT_MOST = 6;
    private static final int HIGH_AT_LEAST = 9;

    public Scores {
        for (var score : new int[] {service, work, feeling}) {
            if (score < 0 || score > MOST) {
                throw new IllegalArgumentException("A score is a number from 0 to 10, not " + score);
            }
        }
    }

    /**
     * What stands in a form.
     *
     * @throws Refusal naming each question without a number from 0 to 10
     */
    public static Scores from(Answers answers) {
        var service = score(answers, SERVICE);
        var work = score(answers, WORK);
        var feeling = score(answers, FEELING);
        answers.done();
        return new Scores(service, work, feeling);
    }

    private static int score(Answers answers, String question) {
        var score = read(answers.text(question));
        if (score == null) {
            answers.refuse(question, "Choose a number from 0 to 10.");
            return 0;
        }
        return score;
    }

    private static @Nullable Integer read(String text) {
        return text.matches("10|\\d") ? Integer.valueOf(text) : null;
    }

    /** The answer that weighs most. */
    public int lowest() {
        return Math.min(service, Math.min(work, feeling));
    }

    /** Something is wrong: at least one answer is a 6 or less. */
    public boolean isLow() {
        return lowest() <= LOW_AT_MOST;
    }

    /** A client to be happy about: no answer is less than a 9. */
    public boolean isHigh() {
        return lowest() >= HIGH_AT_LEAST;
    }
}
