package agency.frontline.deliverable;

import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * "I stand behind this": the account manager's answer for what the client gets, or why it goes back (C-46, C-50, C-70).
 *
 * @param purposeMet never null once the form was let through; NO sends it back, and nothing else is asked then
 * @param purposeNote what is missing; empty where it does all that it is for
 * @param checked what was found to be so
 * @param undiscussed why it goes out although nobody challenged it; empty where somebody did, or nobody has to (C-49)
 */
public record Signature(
        @Nullable PurposeMet purposeMet,
        String purposeNote,
        List<Checked> checked,
        Rehearsal rehearsal,
        String undiscussed) {

    private static final int LONGEST = 2000;

    /** A line of the checklist and whether it was ticked. */
    public record Checked(Check check, boolean done) {}

    /**
     * What the signature depends on.
     *
     * @param checklist as the table says now, whatever rows come back
     * @param undiscussed whether it must have been discussed and was not
     * @param today at the client's
     */
    public record Room(DeliverableKind kind, List<Check> checklist, boolean undiscussed, LocalDate today) {}

    /**
     * Reads the form.
     *
     * @throws agency.frontline.text.Refusal with all that stands in the way: an open must holds it on every path
     */
    public static Signature from(Answers answers, Room room) {
        var met = answers.requiredChoice(
                "purposeMet", PurposeMet.class, "Say whether it does what it is for; a no sends it back.");
        var note = answers.text("purposeNote");
        if (met != null && met != PurposeMet.YES && note.isEmpty()) {
            answers.refuse("purposeNote", "Say what is missing for it to do what it is for.");
        }
        if (note.length() > LONGEST) {
            answers.refuse("purposeNote", "Say it in at most %,d characters.".formatted(LONGEST));
        }
        var checked = checked(answers, room);
        if (met == PurposeMet.NO) {
            answers.done();
            return new Signature(met, SafeText.clean(note), checked, new Rehearsal(null, ""), "");
        }
        checked.stream()
                .filter(line -> line.check().must() && !line.done())
                .forEach(line -> answers.refuse(
                        "checklist",
                        "\"%s\" is a must and still open: see to it and tick it, or send the draft back with a no."
                                .formatted(line.check().item())));
        if (!answers.flag("standBehind")) {
            answers.refuse(
                    "standBehind", "Tick \"I stand behind this\"; if you do not, say no above and it goes back.");
        }
        var rehearsal = Rehearsal.held(answers, room.kind(), room.today());
        var why = room.undiscussed()
                ? answers.required(
                        "undiscussedReason",
                        "Nobody challenged this %s. Say why it goes out undiscussed, or send it back to the team with a no."
                                .formatted(room.kind().words()))
                : "";
        if (why.length() > LONGEST) {
            answers.refuse("undiscussedReason", "Say it in at most %,d characters.".formatted(LONGEST));
        }
        answers.done();
        return new Signature(met, SafeText.clean(note), checked, rehearsal, SafeText.clean(why));
    }

    private static List<Checked> checked(Answers answers, Room room) {
        var done = new HashSet<String>();
        for (var row : answers.rows("checklist")) {
            var of = new Answers(row::get);
            if (of.flag("done")) {
                done.add(of.text("checkItem"));
            }
        }
        var checked = new ArrayList<Checked>();
        room.checklist().forEach(check -> checked.add(new Checked(check, done.contains(check.item()))));
        return checked;
    }
}
