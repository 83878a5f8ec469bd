package agency.frontline.deliverable;

import agency.frontline.text.Answers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Whether a presentation is rehearsed, or why not (C-34).
 *
 * @param on the day at the client's; null where it is not rehearsed, or nothing has to be
 * @param waiver why it is not; empty where it is
 */
public record Rehearsal(@Nullable LocalDate on, String waiver) {

    /** The day or the reason, which only a presentation needs. */
    static Rehearsal from(Answers answers, DeliverableKind kind) {
        if (kind != DeliverableKind.PRESENTATION) {
            return new Rehearsal(null, "");
        }
        var on = answers.day("rehearsedOn");
        var waiver = answers.text("rehearsalWaiver");
        if (on == null && waiver.isEmpty() && answers.text("rehearsedOn").isEmpty()) {
            answers.refuse("rehearsedOn", "Give the day of the rehearsal, or say below why there is none.");
        }
        return new Rehearsal(on, on == null ? waiver : "");
    }

    /** The same before it goes out: a day that is still to come is no rehearsal yet. */
    static Rehearsal held(Answers answers, DeliverableKind kind, LocalDate today) {
        var rehearsal = from(answers, kind);
        if (rehearsal.on() != null
                && rehearsal.on().isAfter(today)
                && rehearsal.waiver().isEmpty()) {
            answers.refuse(
                    "rehearsedOn",
                    "The rehearsal on %s is still to come. Sign after it, or empty the day and say why there is none."
                            .formatted(rehearsal.on()));
        }
        return rehearsal;
    }
}
