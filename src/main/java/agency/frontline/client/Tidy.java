package agency.frontline.client;

import agency.frontline.text.SafeText;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How the records of this module take in what people send: through the text gate, and what was left out reads as empty.
 * Whether something may be empty is for {@link ClientRules} to say, together with everything else that is wrong.
 */
final class Tidy {

    private Tidy() {}

    /** One line of text; long ones stay long, for the rules to refuse. */
    static String text(@Nullable String text) {
        return text == null ? "" : SafeText.line(text, Integer.MAX_VALUE);
    }

    static @Nullable String optional(@Nullable String text) {
        var line = text(text);
        return line.isEmpty() ? null : line;
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }

    static List<String> texts(@Nullable List<String> texts) {
        return list(texts).stream().map(Tidy::text).toList();
    }
}
