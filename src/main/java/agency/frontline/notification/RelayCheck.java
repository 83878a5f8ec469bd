package agency.frontline.notification;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

/** Tells an answer from a specialist's words passed through (C-39). */
public final class RelayCheck {

    /** Shorter agreements happen by chance. */
    private static final int RUN = 5;

    private RelayCheck() {}

    /**
     * The share (0 to 1) of the text's words that stand in a specialist's text in runs of five or more, whatever their
     * case and punctuation. A text of fewer than five words is another's only as a whole. An empty one is nobody's: 0.
     */
    public static double shareOfOthersWords(String text, List<String> specialistsTexts) {
        var words = words(text);
        if (words.isEmpty()) {
            return 0;
        }
        if (words.size() < RUN) {
            return specialistsTexts.stream().map(RelayCheck::words).anyMatch(words::equals) ? 1 : 0;
        }
        var theirs = new HashSet<List<String>>();
        for (var other : specialistsTexts) {
            var otherWords = words(other);
            for (int i = 0; i + RUN <= otherWords.size(); i++) {
                theirs.add(otherWords.subList(i, i + RUN));
            }
        }
        var taken = new BitSet(words.size());
        for (int i = 0; i + RUN <= words.size(); i++) {
            if (theirs.contains(words.subList(i, i + RUN))) {
                taken.set(i, i + RUN);
            }
        }
        return (double) taken.cardinality() / words.size();
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
