package agency.frontline.rescue;

import agency.frontline.text.Answers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How a director sees an account that was about to be lost (C-35).
 *
 * @param reviewOn when it is looked at again, at the client's; null unless it goes on
 */
public record Review(RescueVerdict verdict, String reason, @Nullable LocalDate reviewOn) {

    /** @throws agency.frontline.text.Refusal with each missing part */
    public static Review from(Answers answers, LocalDate today) {
        var verdict = answers.requiredChoice("rescueVerdict", RescueVerdict.class, "Say how the account stands.");
        var reason = answers.required("reason", "Say what shows it; it is kept.");
        LocalDate reviewOn = null;
        if (verdict == RescueVerdict.GO_ON) {
            reviewOn = answers.day("reviewOn");
            if (answers.text("reviewOn").isEmpty()) {
                answers.refuse("reviewOn", "Give the day on which you look at it again.");
            } else if (reviewOn != null && !reviewOn.isAfter(today)) {
                answers.refuse("reviewOn", "Give a later day than today.");
            }
        }
        answers.done();
        return new Review(verdict, reason, reviewOn);
    }
}
