package agency.frontline.issue;

import java.util.Collection;
import java.util.Locale;

/**
 * Tells a view of one's own from a copy of the client's words (processes.md, Gates): compared are letters and digits in
 * lower case; equal is a copy, and so is being contained in the client's words from 40 characters on.
 */
final class OwnWords {

    private static final int LONG_ENOUGH_TO_BE_NO_CHANCE = 40;

    private OwnWords() {}

    static boolean isCopy(String own, Collection<String> clientWords) {
        var mine = bare(own);
        return !mine.isEmpty()
                && clientWords.stream()
                        .map(OwnWords::bare)
                        .anyMatch(theirs -> theirs.equals(mine)
                                || mine.length() >= LONG_ENOUGH_TO_BE_NO_CHANCE && theirs.contains(mine));
    }

    private static String bare(String text) {
        var bare = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }
}
