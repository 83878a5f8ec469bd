package agency.frontline.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of bytes as well as it can be done: mail says often nothing, and sometimes the wrong thing, about its
 * character set (I15). Never fails.
 */
final class TextBytes {

    private static final Charset WESTERN = Charset.forName("windows-1252");
    private static final Pattern CHARSET_IN_HTML = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([a-z0-9_:.-]{2,40})");
    private static final int HTML_HEAD = 2048;

    /** Names that in practice mean the Windows set or nothing; what looks like UTF-8 then is UTF-8. */
    private static final Set<String> VAGUE = Set.of(
            "",
            "us-ascii",
            "ascii",
            "ansi_x3.4-1968",
            "iso-8859-1",
            "iso8859-1",
            "iso_8859-1",
            "latin1",
            "default",
            "unknown-8bit",
            "x-unknown",
            "8bit",
            "utf-8",
            "utf8");

    private TextBytes() {}

    /**
     * @param label the character set that the mail names; null if it names none
     */
    static String decode(byte[] bytes, @Nullable String label) {
        var name = label == null ? "" : label.strip().toLowerCase(Locale.ROOT).replaceAll("[\"';\\s].*", "");
        if (name.endsWith("utf-7")) {
            return utf7(new String(bytes, StandardCharsets.ISO_8859_1));
        }
        var named = VAGUE.contains(name) ? Optional.<Charset>empty() : charset(name);
        if (named.isPresent() && !isSingleByte(named.get())) {
            return new String(bytes, named.get());
        }
        if (startsWith(bytes, 0xFF, 0xFE) || startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        if (named.isEmpty() && hasJapaneseEscape(bytes)) {
            return new String(bytes, charset("iso-2022-jp").orElse(WESTERN));
        }
        return utf8(bytes).orElseGet(() -> new String(bytes, named.orElse(WESTERN)));
    }

    /** As {@link #decode}, where the HTML itself may name its character set. */
    static String decodeHtml(byte[] bytes, @Nullable String label) {
        if (label == null || label.isBlank()) {
            var head = new String(bytes, 0, Math.min(bytes.length, HTML_HEAD), StandardCharsets.ISO_8859_1);
            var found = CHARSET_IN_HTML.matcher(head);
            return decode(bytes, found.find() ? found.group(1) : null);
        }
        return decode(bytes, label);
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name.replaceFirst("^(iso-8859-\\d+)-[ie]$", "$1")));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    private static boolean isSingleByte(Charset charset) {
        return charset.canEncode() && charset.newEncoder().maxBytesPerChar() <= 1.0f;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException otherwiseEncoded) {
            return Optional.empty();
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static boolean hasJapaneseEscape(byte[] bytes) {
        for (int i = 0; i + 2 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$' && (bytes[i + 2] == 'B' || bytes[i + 2] == '@')) {
                return true;
            }
        }
        return false;
    }

    /** RFC 2152: {@code +} opens base64 of UTF-16, anything outside the alphabet closes it. */
    private static String utf7(String text) {
        var out = new StringBuilder(text.length());
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            if (c != '+') {
                out.append(c);
                continue;
            }
            int end = i;
            while (end < text.length() && isBase64(text.charAt(end))) {
                end++;
            }
            if (end == i) {
                out.append('+');
            } else {
                var usable = text.substring(i, end - ((end - i) % 4 == 1 ? 1 : 0));
                var utf16 = Base64.getDecoder().decode(usable);
                out.append(new String(utf16, 0, utf16.length & ~1, StandardCharsets.UTF_16BE));
            }
            i = end < text.length() && text.charAt(end) == '-' ? end + 1 : end;
        }
        return out.toString();
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/';
    }
}
