package agency.frontline.strategy;

import agency.frontline.client.Contact;
import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A decision about a plan that was doubted, such that it can be found again (C-54).
 *
 * @param decidedBy mail address of somebody at the client's
 * @param reviewOn the day at the client's on which somebody asks what came of it
 * @param couldHaveSeen when it could have been seen earlier; empty unless it was significant (C-88)
 * @param bitesOn the day at the client's from which on it would have hurt; null where nobody knows
 */
public record Decided(
        String decision,
        String decidedBy,
        String risk,
        @Nullable LocalDate reviewOn,
        List<FearAnswer> fears,
        String couldHaveSeen,
        @Nullable LocalDate bitesOn) {

    private static final int YEARS_AT_MOST = 2;

    /** A fear in the client's words, with what they were answered (C-84). */
    public record FearAnswer(String fear, String answer) {}

    public Decided {
        fears = List.copyOf(fears);
    }

    /** All of it that the client reads in the letter about it. */
    public String forTheClient() {
        return Stream.concat(Stream.of(decision), fears.stream().map(FearAnswer::answer))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Reads {@code decision}, {@code decidedBy}, {@code riskTaken}, {@code reviewOn}, {@code fearAnswers} (rows of
     * {@code what}, {@code answer}), {@code couldHaveSeen} and {@code bitesOn}.
     *
     * @throws agency.frontline.text.Refusal with each missing part, and while a fear is not answered
     */
    public static Decided from(
            Answers answers, List<String> fears, List<Contact> people, boolean significant, LocalDate today) {
        var decision = Rows.required(answers, "decision", "Say what was decided.");
        var by = answers.required("decidedBy", "Say who decided it; a decision without a name is none.");
        if (!by.isEmpty() && people.stream().noneMatch(person -> person.email().equalsIgnoreCase(by))) {
            answers.refuse("decidedBy", "Choose one of the client's people.");
        }
        var risk = Rows.required(answers, "riskTaken", "Say which risk is taken with it; there always is one.");
        var on = answers.day("reviewOn");
        if (on == null && answers.text("reviewOn").isEmpty()) {
            answers.refuse("reviewOn", "Choose the day on which somebody asks what came of it.");
        } else if (on != null && (!on.isAfter(today) || on.isAfter(today.plusYears(YEARS_AT_MOST)))) {
            answers.refuse("reviewOn", "Choose a day after today, within two years.");
        }
        var answered = Rows.read(
                answers,
                "fearAnswers",
                "what",
                (row, place) -> new FearAnswer(
                        row.text("what"),
                        Rows.required(
                                answers, row, "answer", "say what you answered to this fear.", "fearAnswers", place)));
        if (!Rows.name(answers, "fearAnswers", fears)) {
            answers.refuse("fearAnswers", "Answer each fear; it cannot close with one that is not answered.");
        }
        var seen = significant
                ? Rows.required(
                        answers,
                        "couldHaveSeen",
                        "Say when we could have seen it coming; \"not before that call\" will do.")
                : "";
        var bitesOn = answers.day("bitesOn");
        answers.done();
        return new Decided(decision, by, risk, on, answered, seen, bitesOn);
    }
}
