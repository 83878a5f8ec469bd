package agency.frontline.desk;

import agency.frontline.text.SafeFileName;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** How somebody else's file is handed on: as a download, by a harmless name, never as a page of ours (O09). */
final class Download {

    /** What a browser would run or show as a page is handed on as mere bytes. */
    private static final Set<String> ACTIVE = Set.of("html", "xml", "svg", "script", "xsl", "flash", "java");

    /** RFC 5987, attr-char, beside letters and digits. */
    private static final String PLAIN = "!#$&+-.^_`|~";

    private Download() {}

    /** The value of a Content-Disposition header (RFC 6266): the name in ASCII, and in full where that is not all. */
    static String named(String name) {
        var safe = SafeFileName.of(name);
        var ascii = safe.replaceAll("[^\\x20-\\x7e]|[\"\\\\%]", "_");
        var plain = "attachment; filename=\"" + ascii + "\"";
        return ascii.equals(safe) ? plain : plain + "; filename*=UTF-8''" + encoded(safe);
    }

    static MediaType type(String type) {
        try {
            var parsed = MediaType.parseMediaType(type);
            var words = parsed.toString().toLowerCase(Locale.ROOT);
            return parsed.isConcrete() && ACTIVE.stream().noneMatch(words::contains)
                    ? parsed
                    : MediaType.APPLICATION_OCTET_STREAM;
        } catch (InvalidMediaTypeException unknown) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }

    private static String encoded(String name) {
        var encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            var c = (char) (octet & 0xff);
            if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
                encoded.append(c);
            } else {
                encoded.append("%%%02X".formatted((int) c));
            }
        }
        return encoded.toString();
    }
}
