package agency.frontline.text;

/**
 * The gate for everything people write: takes out what databases, XML and terminals choke on (D03) and cuts what must
 * fit a line (D05). Languages, emoji and right-to-left text pass untouched.
 */
public final class SafeText {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char NEXT_LINE = '\u0085';
    private static final char REPLACEMENT = '\uFFFD';
    private static final String ELLIPSIS = "…";

    private SafeText() {}

    /**
     * The text with {@code \n} as its only line break, without control characters other than {@code \n} and
     * {@code \t}, without byte order marks, and with U+FFFD where half a surrogate pair stood.
     */
    public static String clean(String text) {
        var clean = new StringBuilder(text.length());
        for (int i = 0, c; i < text.length(); i += Character.charCount(c)) {
            c = text.codePointAt(i);
            if (c == '\r' || c == NEXT_LINE) {
                var followedByFeed = c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
                clean.append(followedByFeed ? "" : "\n");
            } else if (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) {
                clean.append(REPLACEMENT);
            } else if (c == '\n' || c == '\t' || !Character.isISOControl(c) && c != BYTE_ORDER_MARK) {
                clean.appendCodePoint(c);
            }
        }
        return clean.toString();
    }

    /**
     * The clean text on a single line, white space run together, of at most {@code max} UTF-16 units (what H2 counts;
     * PostgreSQL counts no more). A longer one ends in an ellipsis and is never cut through a character.
     */
    public static String line(String text, int max) {
        return cut(clean(text).replaceAll("[\\s\\u2028\\u2029]+", " ").strip(), max);
    }

    /** The clean text, or a refusal that names the field and both lengths when it has more than {@code max} units. */
    public static String requireAtMost(String field, String text, int max) {
        var clean = clean(text);
        if (clean.length() > max) {
            throw Refusal.of(
                    field, "At most %d characters fit here, this has %d. Shorten it.".formatted(max, clean.length()));
        }
        return clean;
    }

    private static String cut(String line, int max) {
        if (max < 1) {
            throw new IllegalArgumentException("A line needs room for at least one character, not " + max);
        }
        return line.length() <= max ? line : start(line, max - 1).stripTrailing() + ELLIPSIS;
    }

    /** The first {@code length} units, or one less where the last would be half a character. */
    static String start(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        var throughPair = length > 0 && Character.isHighSurrogate(text.charAt(length - 1));
        return text.substring(0, throughPair ? length - 1 : length);
    }
}
