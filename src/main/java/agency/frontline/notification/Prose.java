package agency.frontline.notification;

import agency.frontline.text.SafeText;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Text that somebody wrote, laid out in paragraphs; templates print it and never look into it (D07). */
record Prose(String text) {

    /** Null for nothing at all, so that templates can ask whether there is any. */
    static @Nullable Prose of(@Nullable String text) {
        var clean = text == null ? "" : SafeText.clean(text).strip();
        return clean.isEmpty() ? null : new Prose(clean);
    }

    /** Paragraphs of lines. Public, for templates call only what is. */
    public List<List<String>> paragraphs() {
        return Arrays.stream(text.split("\\n[ \\t]*\\n\\s*"))
                .map(paragraph -> paragraph.lines().toList())
                .toList();
    }

    @Override
    public String toString() {
        return text;
    }
}
