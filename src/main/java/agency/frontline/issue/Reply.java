package agency.frontline.issue;

import agency.frontline.client.Channel;
import agency.frontline.text.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The owner's answer to the client (C-39, C-48) with the promises that come with it (C-21).
 *
 * @param position null while there is no view yet
 * @param positionBy when there will be one; null if there is a position
 * @param followUpOn a date the manager set; null for the service level's own
 */
public record Reply(
        Stance stance,
        @Nullable String position,
        @Nullable LocalDate positionBy,
        String text,
        List<Promise> promises,
        Channel channel,
        @Nullable LocalDate followUpOn,
        boolean sendNow) {

    /** A dated promise to the client and who keeps it. */
    public record Promise(String what, String owner, LocalDate due) {}

    /**
     * Reads the form.
     *
     * @param kind asked for a position: a question, problem or opportunity needs one, or a date for it (C-48)
     * @param isColleague tells whether a user id is somebody who can keep a promise
     * @param today the day at the client's
     * @throws agency.frontline.text.Refusal with each missing part
     */
    public static Reply from(Answers answers, IssueKind kind, Predicate<String> isColleague, LocalDate today) {
        var stance = answers.requiredChoice("stance", Stance.class, "Say what this answer is.");
        var noViewYet = answers.flag("noViewYet");
        var position = noViewYet ? "" : answers.text("position");
        var positionBy = noViewYet ? answers.day("positionBy") : null;
        if (noViewYet && answers.text("positionBy").isEmpty()) {
            answers.refuse("positionBy", "Say by when the client hears our view.");
        }
        if (positionBy != null && positionBy.isBefore(today)) {
            answers.refuse("positionBy", "Choose today or a later day.");
        }
        if (!noViewYet && position.isEmpty()) {
            answers.refuse("position", "State our position, or tick \"No view yet\" and say by when there is one.");
        }
        var channel = answers.choice("replyChannel", Channel.class);
        var followUpOn = answers.day("followUpOn");
        if (followUpOn != null && followUpOn.isBefore(today)) {
            answers.refuse("followUpOn", "Choose today or a later day, or leave it empty.");
        }
        var promises = promises(answers, isColleague, today);
        answers.done();
        return new Reply(
                stance,
                position.isEmpty() ? null : position,
                positionBy,
                answers.text("replyText"),
                promises,
                channel == null ? Channel.EMAIL : channel,
                followUpOn,
                answers.flag("sendNow"));
    }

    private static List<Promise> promises(Answers answers, Predicate<String> isColleague, LocalDate today) {
        var promises = new ArrayList<Promise>();
        int number = 0;
        for (var row : answers.rows("promises")) {
            number++;
            var of = new Answers(row::get);
            if (of.text("what").isEmpty() && of.text("due").isEmpty()) {
                answers.refuse("promises", "Promise " + number + " is empty; fill it in or take it away.");
                continue;
            }
            var what = of.text("what");
            var owner = of.text("owner");
            var due = of.day("due");
            if (what.isEmpty()) {
                answers.refuse("promises", "Promise " + number + ": say what we promise.");
            }
            if (owner.isEmpty() || !isColleague.test(owner)) {
                answers.refuse("promises", "Promise " + number + ": choose the colleague who keeps it.");
            }
            if (due == null || due.isBefore(today)) {
                answers.refuse("promises", "Promise " + number + ": give the day by which it is kept, today or later.");
            }
            if (due != null) {
                promises.add(new Promise(what, owner, due));
            }
        }
        return promises;
    }
}
