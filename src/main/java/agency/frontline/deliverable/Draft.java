package agency.frontline.deliverable;

import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A deliverable as its writer leaves it: the parts that its kind has, in their order (C-31 to C-34).
 *
 * @param rehearsedOn the day at the client's; null where nothing is rehearsed, or nothing has to be
 * @param rehearsalWaiver why it is not rehearsed; empty where it is
 */
public record Draft(List<Written> parts, @Nullable LocalDate rehearsedOn, String rehearsalWaiver) {

    /** More than this is a file to attach, not a part to read. */
    static final int LONGEST_PART = 50_000;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’\\-][\\p{L}\\p{N}]+)*+");

    /**
     * What the writer's form can refer to.
     *
     * @param wordsAtMost that still get read; 0 for any number
     * @param jargonIn the words in a text that this client does not want to read
     */
    public record Room(
            DeliverableKind kind, List<Part> parts, int wordsAtMost, Function<String, List<String>> jargonIn) {

        /** For what was let through already and is kept later. */
        public Room later() {
            return new Room(kind, parts, 0, text -> List.of());
        }
    }

    /**
     * Reads the form.
     *
     * @throws agency.frontline.text.Refusal with each missing part; a long text or one with words the client does not want
     *     to read is refused once, unless {@code keepAsIs} says that its writer has seen it
     */
    public static Draft from(Answers answers, Room room) {
        var parts = new ArrayList<Written>();
        for (var part : room.parts()) {
            var text = part.needed() ? answers.required(part.name(), part.remedy()) : answers.text(part.name());
            if (text.length() > LONGEST_PART) {
                answers.refuse(
                        part.name(),
                        "Say it in at most %,d characters; this has %,d.".formatted(LONGEST_PART, text.length()));
            } else if (!text.isEmpty()) {
                parts.add(new Written(part.name(), part.heading(), SafeText.clean(text)));
            }
        }
        var rehearsal = Rehearsal.from(answers, room.kind());
        var draft = new Draft(parts, rehearsal.on(), rehearsal.waiver());
        draft.warn(answers, room);
        answers.done();
        return draft;
    }

    private void warn(Answers answers, Room room) {
        if (answers.flag("keepAsIs")) {
            return;
        }
        var words = words();
        if (room.wordsAtMost() > 0 && words > room.wordsAtMost()) {
            answers.refuse(
                    "keepAsIs",
                    "This %s has %d words; more than %d are seldom read. Shorten it, or tick \"Keep it as it is\"."
                            .formatted(room.kind().words(), words, room.wordsAtMost()));
        }
        var jargon = room.jargonIn().apply(text());
        if (!jargon.isEmpty()) {
            answers.refuse(
                    "keepAsIs",
                    "This client does not want to read %s. Say it in plainer words, or tick \"Keep it as it is\"."
                            .formatted(jargon.stream()
                                    .map(word -> "\"" + word + "\"")
                                    .collect(Collectors.joining(", "))));
        }
    }

    /** How many words somebody has to read. */
    public int words() {
        return (int) WORD.matcher(text()).results().count();
    }

    private String text() {
        return parts.stream().map(Written::text).collect(Collectors.joining("\n"));
    }
}
