package agency.frontline.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.mime4j.codec.Base64InputStream;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.jspecify.annotations.Nullable;

/**
 * RFC 2047 words in header values, as real mail has them: with unknown character sets, and with a character cut in two
 * by the end of a word. What is no encoded word stays as it is.
 */
final class EncodedWords {

    private static final int LONGEST_WORD = 2000;

    private EncodedWords() {}

    static String decode(String text) {
        var out = new StringBuilder(text.length());
        var bytes = new ByteArrayOutputStream();
        String charset = null;
        int at = 0;
        while (true) {
            int start = text.indexOf("=?", at);
            var word = start < 0 ? null : wordAt(text, start);
            if (word == null) {
                flush(bytes, charset, out);
                charset = null;
                int next = start < 0 ? text.length() : start + 2;
                out.append(text, at, next);
                if (start < 0) {
                    return out.toString();
                }
                at = next;
                continue;
            }
            var between = text.substring(at, start);
            if (charset == null || !between.isBlank()) {
                flush(bytes, charset, out);
                out.append(between);
            } else if (!charset.equalsIgnoreCase(word.charset)) {
                flush(bytes, charset, out);
            }
            charset = word.charset;
            bytes.writeBytes(word.bytes);
            at = word.end;
        }
    }

    private static void flush(ByteArrayOutputStream bytes, @Nullable String charset, StringBuilder out) {
        out.append(TextBytes.decode(bytes.toByteArray(), charset));
        bytes.reset();
    }

    private record Word(String charset, byte[] bytes, int end) {}

    private static @Nullable Word wordAt(String text, int start) {
        int limit = Math.min(text.length(), start + LONGEST_WORD);
        int encoding = indexOf(text, '?', start + 2, limit);
        if (encoding < 0 || encoding + 2 >= limit || text.charAt(encoding + 2) != '?') {
            return null;
        }
        int content = encoding + 3;
        int end = content;
        while (end + 1 < limit && !(text.charAt(end) == '?' && text.charAt(end + 1) == '=')) {
            end++;
        }
        if (end + 1 >= limit) {
            return null;
        }
        var charset = text.substring(start + 2, encoding);
        var language = charset.indexOf('*');
        charset = language < 0 ? charset : charset.substring(0, language);
        var encoded = text.substring(content, end);
        return switch (text.charAt(encoding + 1)) {
            case 'B', 'b' -> new Word(charset, base64(encoded), end + 2);
            case 'Q', 'q' -> new Word(charset, quoted(encoded), end + 2);
            default -> null;
        };
    }

    private static int indexOf(String text, char wanted, int from, int limit) {
        int at = text.indexOf(wanted, from);
        return at < limit ? at : -1;
    }

    private static byte[] base64(String encoded) {
        var ascii = new ByteArrayInputStream(encoded.getBytes(StandardCharsets.US_ASCII));
        try (var decoded = new Base64InputStream(ascii, DecodeMonitor.SILENT)) {
            return decoded.readAllBytes();
        } catch (IOException broken) {
            return encoded.getBytes(StandardCharsets.US_ASCII);
        }
    }

    private static byte[] quoted(String encoded) {
        var bytes = new ByteArrayOutputStream(encoded.length());
        var raw = encoded.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < raw.length; i++) {
            int high = i + 2 < raw.length ? Character.digit(raw[i + 1], 16) : -1;
            int low = i + 2 < raw.length ? Character.digit(raw[i + 2], 16) : -1;
            if (raw[i] == '=' && high >= 0 && low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.write(raw[i] == '_' ? ' ' : raw[i]);
            }
        }
        return bytes.toByteArray();
    }
}
