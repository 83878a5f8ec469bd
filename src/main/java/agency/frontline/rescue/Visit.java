package agency.frontline.rescue;

import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A house call at a client who may leave (C-13, C-35).
 *
 * @param by user ids of those who went
 * @param on the day at the client's
 * @param clientSaid in the client's words
 */
public record Visit(List<String> by, LocalDate on, String clientSaid) {

    /**
     * Reads the form.
     *
     * @param people user ids of those who may have gone
     * @param begun the day on which the rescue began
     * @throws agency.frontline.text.Refusal with each missing part
     */
    public static Visit from(Answers answers, Set<String> people, LocalDate begun, LocalDate today) {
        var by = answers.list("visitedBy").stream().distinct().toList();
        if (by.isEmpty()) {
            answers.refuse("visitedBy", "Say who of us went there.");
        }
        by.stream()
                .filter(person -> !people.contains(person))
                .forEach(person -> answers.refuse(
                        "visitedBy", "'" + person + "' does not work for this client; choose one of those who do."));
        var day = answers.day("visitedOn");
        if (day != null && (day.isAfter(today) || day.isBefore(begun))) {
            answers.refuse(
                    "visitedOn", "Give the day on which you were there, since " + begun + " and not after today.");
        }
        var said = answers.required("clientSaid", "Write down what the client said, in their words.");
        answers.done();
        return new Visit(by, day == null ? today : day, said);
    }
}
