package agency.frontline.text;

/**
 * The gate for mail and HTTP header values. The mail library writes a value as it is, so a line break in it becomes a
 * header of the writer's choice, such as a hidden recipient (O07).
 */
public final class SafeHeader {

    private SafeHeader() {}

    /** A value that others sent us, made harmless: on one line, without control characters. */
    public static String clean(String value) {
        return SafeText.line(value, Integer.MAX_VALUE);
    }

    /** A value as it is, or a refusal of the named field when it holds a line break or another control character. */
    public static String require(String field, String value) {
        if (value.codePoints().anyMatch(SafeHeader::breaksTheHeader)) {
            throw Refusal.of(field, "This must be a single line. Remove line breaks and control characters.");
        }
        return value;
    }

    private static boolean breaksTheHeader(int c) {
        return Character.isISOControl(c) && c != '\t' || c == '\u2028' || c == '\u2029';
    }
}
