package agency.frontline.mail;

import agency.frontline.text.SafeHeader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header of a mail or of one of its parts, read without ever failing; values are unfolded, on one line, and cut. */
final class Headers {

    private static final int MOST_FIELDS = 1000;
    private static final int LONGEST_VALUE = 20_000;
    private static final int LONGEST_TOKEN = 500;
    private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,990}>");

    /** @param name in lower case */
    private record Field(String name, String value) {}

    private final List<Field> fields = new ArrayList<>();

    /** The header block at the beginning of a mail. */
    static Headers of(byte[] raw) {
        var headers = new Headers();
        int at = 0;
        while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n')) {
            at++;
        }
        int start = at;
        while (at < raw.length && headers.fields.size() < MOST_FIELDS) {
            int end = endOfLine(raw, at);
            boolean folded = end < raw.length && (raw[end] == ' ' || raw[end] == '\t');
            if (!folded) {
                if (isBlank(raw, start, end)) {
                    break;
                }
                headers.add(Arrays.copyOfRange(raw, start, Math.min(end, start + LONGEST_VALUE)));
                start = end;
            }
            at = end;
        }
        return headers;
    }

    /** Where the header block of a mail ends and its body begins. */
    static int bodyOf(byte[] raw) {
        int at = 0;
        while (at < raw.length && (raw[at] == '\r' || raw[at] == '\n')) {
            at++;
        }
        while (at < raw.length) {
            int end = endOfLine(raw, at);
            if (isBlank(raw, at, end)) {
                return end;
            }
            at = end;
        }
        return raw.length;
    }

    private static int endOfLine(byte[] raw, int at) {
        while (at < raw.length && raw[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, raw.length);
    }

    private static boolean isBlank(byte[] raw, int from, int to) {
        for (int i = from; i < to; i++) {
            if (raw[i] != '\r' && raw[i] != '\n') {
                return false;
            }
        }
        return true;
    }

    /** Adds a whole field, name and value; what has no name is passed over. */
    void add(byte[] field) {
        int colon = 0;
        while (colon < field.length && field[colon] != ':') {
            colon++;
        }
        if (colon == 0 || colon == field.length) {
            return;
        }
        var name = TextBytes.decode(Arrays.copyOf(field, colon), null).strip().toLowerCase(Locale.ROOT);
        var value = TextBytes.decode(Arrays.copyOfRange(field, colon + 1, field.length), null);
        if (name.isEmpty() || name.contains(" ")) {
            return;
        }
        var line = SafeHeader.clean(value);
        fields.add(new Field(name, line.length() > LONGEST_VALUE ? line.substring(0, LONGEST_VALUE) : line));
    }

    /** The first value of that name, still encoded; empty if there is none or it is blank. */
    Optional<String> first(String name) {
        return all(name).stream().filter(value -> !value.isBlank()).findFirst();
    }

    List<String> all(String name) {
        return fields.stream()
                .filter(field -> field.name.equals(name))
                .map(Field::value)
                .toList();
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name.equals(name));
    }

    boolean hasAny(String prefix) {
        return fields.stream().anyMatch(field -> field.name.startsWith(prefix));
    }

    /** The first value of that name as people read it. */
    Optional<String> text(String name) {
        return first(name).map(EncodedWords::decode).map(SafeHeader::clean);
    }

    /** The value of that name in lower case without comments and parameters; empty if there is none. */
    String token(String name) {
        return first(name)
                .map(value -> value.substring(0, Math.min(value.length(), LONGEST_TOKEN))
                        .replaceAll("\\([^)]*\\)", " ")
                        .split(";", 2)[0]
                        .strip()
                        .toLowerCase(Locale.ROOT))
                .orElse("");
    }

    /** Message-IDs in the fields of that name, with their angle brackets, in order. */
    List<String> messageIds(String name) {
        var ids = new ArrayList<String>();
        for (var value : all(name)) {
            var found = MESSAGE_ID.matcher(value);
            while (found.find()) {
                ids.add(found.group());
            }
        }
        return ids;
    }
}
