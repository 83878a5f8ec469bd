package agency.frontline.text;

import java.util.regex.Pattern;

/**
 * The gate for names of files that others send (O09): what comes out names a file and nothing else, on any system, and
 * looks like what it is.
 */
public final class SafeFileName {

    private static final int MAX_LENGTH = 150;
    private static final int MAX_EXTENSION = 20;
    private static final String NAMELESS = "file";

    /** Marks that turn the reading direction: "exe.fdp" can be shown as "pdf.exe" with them. */
    private static final String DIRECTION_MARKS = "[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]";

    private static final Pattern WINDOWS_DEVICE =
            Pattern.compile("(?i)(CON|PRN|AUX|NUL|CONIN\\$|CONOUT\\$|(COM|LPT)[0-9¹²³]) *(\\..*)?");

    private SafeFileName() {}

    /**
     * The last part of the path, without control and direction marks, with {@code _} for characters that file systems
     * refuse, of at most 150 UTF-16 units with its extension kept; never empty, a dot name or a Windows device.
     */
    public static String of(String name) {
        var line = SafeText.line(name.replaceAll(DIRECTION_MARKS, ""), Integer.MAX_VALUE);
        var lastPart = line.substring(Math.max(line.lastIndexOf('/'), line.lastIndexOf('\\')) + 1);
        var bare = withoutDotsAndBlanksAround(lastPart.replaceAll("[<>:\"|?*]", "_"));
        if (bare.isEmpty()) {
            return NAMELESS;
        }
        return shortened(WINDOWS_DEVICE.matcher(bare).matches() ? "_" + bare : bare);
    }

    private static String shortened(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        var dot = name.lastIndexOf('.');
        var extension = dot > 0 && name.length() - dot <= MAX_EXTENSION ? name.substring(dot) : "";
        var stem = name.substring(0, name.length() - extension.length());
        return withoutDotsAndBlanksAround(SafeText.start(stem, MAX_LENGTH - extension.length())) + extension;
    }

    /** Windows drops dots and blanks at the end; elsewhere a dot in front hides the file. */
    private static String withoutDotsAndBlanksAround(String name) {
        int start = 0;
        int end = name.length();
        while (start < end && isDotOrBlank(name.charAt(start))) {
            start++;
        }
        while (start < end && isDotOrBlank(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(start, end);
    }

    private static boolean isDotOrBlank(char c) {
        return c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
