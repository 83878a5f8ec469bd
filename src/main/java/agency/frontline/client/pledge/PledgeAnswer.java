package agency.frontline.client.pledge;

import agency.frontline.client.Contact;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the client said to a pledge that was sent. The fields of a form: {@code pledgeOutcome} ({@link Outcome}), on
 * ACCEPTED {@code acceptedBy} (mail address of the client's person, or a name) and {@code acceptedOn} (a day, today where
 * not filled in), on DISCUSS_AGAIN {@code clientWish} in the client's words.
 *
 * @param by name of who accepted; null where it is discussed again
 * @param contact their mail address; null where they are no contact of the client, or it is discussed again
 * @param on the day at the client's; null where it is discussed again
 * @param wish the client's words; null where it was accepted
 */
public record PledgeAnswer(
        Outcome outcome, @Nullable String by, @Nullable String contact, @Nullable LocalDate on, @Nullable String wish) {

    public enum Outcome {
        ACCEPTED,
        DISCUSS_AGAIN
    }

    /**
     * Reads the form.
     *
     * @param contacts the client's people
     * @param today at the client's
     */
    public static PledgeAnswer from(Answers answers, List<Contact> contacts, LocalDate today) {
        var outcome = answers.requiredChoice("pledgeOutcome", Outcome.class, "Say what the client said to it.");
        var answer = outcome == Outcome.ACCEPTED
                ? accepted(answers, contacts, today)
                : new PledgeAnswer(Outcome.DISCUSS_AGAIN, null, null, null, null);
        if (outcome == Outcome.DISCUSS_AGAIN) {
            var wish = answers.required("clientWish", "Say in the client's words what should be different.");
            answer = new PledgeAnswer(outcome, null, null, null, SafeText.clean(wish));
        }
        answers.done();
        return answer;
    }

    private static PledgeAnswer accepted(Answers answers, List<Contact> contacts, LocalDate today) {
        var by = SafeText.line(
                answers.required("acceptedBy", "Say who at the client accepted it; nobody else can."), 320);
        var known = contacts.stream()
                .filter(contact ->
                        contact.email().equalsIgnoreCase(by) || contact.name().equalsIgnoreCase(by))
                .findFirst();
        if (known.isEmpty() && by.contains("@")) {
            answers.refuse(
                    "acceptedBy",
                    "There is no contact %s at the client; choose one, or write the person's name.".formatted(by));
        }
        if (known.isEmpty() && by.length() > 120) {
            answers.refuse("acceptedBy", "Write the person's name in at most 120 characters.");
        }
        var on = answers.day("acceptedOn");
        if (on != null && on.isAfter(today)) {
            answers.refuse("acceptedOn", "Give the day on which they accepted: today or an earlier one.");
        }
        return new PledgeAnswer(
                Outcome.ACCEPTED,
                known.map(Contact::name).orElse(by),
                known.map(Contact::email).orElse(null),
                on == null ? today : on,
                null);
    }
}
