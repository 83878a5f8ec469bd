package agency.frontline.deliverable;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What has changed from one version to the next, part by part, as somebody would tell it. */
public record Changes(List<PartChanged> parts) {

    /** Beyond these, what changed is told as a whole; comparing word for word would take for ever and help nobody. */
    private static final int MOST_LINES = 2_000;

    private static final int MOST_WORDS = 2_000;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=\\s)(?=\\S)");

    /** A part of which something has changed. */
    public record PartChanged(Written part, List<Passage> passages) {}

    /**
     * A few lines that were written anew.
     *
     * @param before empty where they are new
     * @param after empty where they are gone
     * @param pieces both in one, word for word
     */
    public record Passage(String before, String after, List<Piece> pieces) {}

    /** Some words that stayed, went or came. */
    public record Piece(Kind kind, String text) {}

    /** What became of words. */
    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    /** Nothing has. */
    public static Changes none() {
        return new Changes(List.of());
    }

    public static Changes between(List<Written> before, List<Written> after) {
        Map<String, Written> old = new LinkedHashMap<>();
        before.forEach(part -> old.put(part.name(), part));
        var changed = new ArrayList<PartChanged>();
        for (var part : after) {
            var was = old.remove(part.name());
            add(changed, part, was == null ? "" : was.text(), part.text());
        }
        old.values().forEach(gone -> add(changed, gone, gone.text(), ""));
        return new Changes(changed);
    }

    private static void add(List<PartChanged> changed, Written part, String before, String after) {
        var passages = passages(before, after);
        if (!passages.isEmpty()) {
            changed.add(new PartChanged(part, passages));
        }
    }

    private static List<Passage> passages(String before, String after) {
        if (before.equals(after)) {
            return List.of();
        }
        var old = lines(before);
        var now = lines(after);
        if (old.size() > MOST_LINES || now.size() > MOST_LINES) {
            return List.of(passage(before, after));
        }
        var passages = new ArrayList<Passage>();
        for (var block : blocks(old, now)) {
            for (var lines : block.inPairs()) {
                var passage = passage(
                        String.join("\n", old.subList(lines.oldFrom(), lines.oldTo())),
                        String.join("\n", now.subList(lines.newFrom(), lines.newTo())));
                if (!passage.before().isBlank() || !passage.after().isBlank()) {
                    passages.add(passage);
                }
            }
        }
        return passages;
    }

    private static List<String> lines(String text) {
        return text.isEmpty()
                ? List.of()
                : text.lines().map(String::stripTrailing).toList();
    }

    private static Passage passage(String before, String after) {
        return new Passage(before, after, pieces(before, after));
    }

    private static List<Piece> pieces(String before, String after) {
        var old = before.isEmpty() ? List.<String>of() : List.of(BETWEEN_WORDS.split(before));
        var now = after.isEmpty() ? List.<String>of() : List.of(BETWEEN_WORDS.split(after));
        var pieces = new ArrayList<Piece>();
        if (old.size() > MOST_WORDS || now.size() > MOST_WORDS) {
            piece(pieces, Kind.GONE, old);
            piece(pieces, Kind.NEW, now);
            return pieces;
        }
        int at = 0;
        for (var block : blocks(old, now)) {
            piece(pieces, Kind.SAME, old.subList(at, block.oldFrom()));
            piece(pieces, Kind.GONE, old.subList(block.oldFrom(), block.oldTo()));
            piece(pieces, Kind.NEW, now.subList(block.newFrom(), block.newTo()));
            at = block.oldTo();
        }
        piece(pieces, Kind.SAME, old.subList(at, old.size()));
        return pieces;
    }

    /** What lies between two things that stayed, as positions before and after. */
    private record Block(int oldFrom, int oldTo, int newFrom, int newTo) {

        /** As many lines as before: each was written anew in its place, and is told by itself. */
        List<Block> inPairs() {
            if (oldTo - oldFrom != newTo - newFrom) {
                return List.of(this);
            }
            return IntStream.range(0, oldTo - oldFrom)
                    .mapToObj(at -> new Block(oldFrom + at, oldFrom + at + 1, newFrom + at, newFrom + at + 1))
                    .toList();
        }
    }

    /** The library tells what went and what came apart; what stood in the same place belongs together. */
    private static List<Block> blocks(List<String> before, List<String> after) {
        var blocks = new ArrayList<Block>();
        for (var delta :
                DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>()).getDeltas()) {
            var oldFrom = delta.getSource().getPosition();
            var oldTo = oldFrom + delta.getSource().size();
            var newFrom = delta.getTarget().getPosition();
            var newTo = newFrom + delta.getTarget().size();
            var last = blocks.isEmpty() ? null : blocks.get(blocks.size() - 1);
            if (last != null && last.oldTo() == oldFrom && last.newTo() == newFrom) {
                blocks.set(blocks.size() - 1, new Block(last.oldFrom(), oldTo, last.newFrom(), newTo));
            } else {
                blocks.add(new Block(oldFrom, oldTo, newFrom, newTo));
            }
        }
        return blocks;
    }

    private static void piece(List<Piece> pieces, Kind kind, List<String> words) {
        if (!words.isEmpty()) {
            pieces.add(new Piece(kind, String.join("", words)));
        }
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    /** As our own people read it on a form. */
    public String inWords() {
        var text = new StringBuilder();
        for (var changed : parts) {
            text.append(text.isEmpty() ? "" : "\n\n").append(changed.part().heading());
            for (var passage : changed.passages()) {
                if (!passage.before().isBlank()) {
                    text.append("\n  was: ").append(passage.before().strip());
                }
                text.append("\n  now: ")
                        .append(
                                passage.after().isBlank()
                                        ? "(taken out)"
                                        : passage.after().strip());
            }
        }
        return text.toString();
    }
}
