package agency.frontline.notification;

import agency.frontline.text.SafeText;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The words of the page on which a contact answers a pulse, in their language, and of their answer, in ours. */
@Component
public class PulseWords {

    private static final String PAGE = "pulse.page.";

    private final MailTemplates templates;
    private final NotificationSettings settings;

    PulseWords(MailTemplates templates, NotificationSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /**
     * The words of the page.
     *
     * @param language BCP 47 tag
     */
    public record Page(String language, Map<String, String> words) {

        /** A phrase by the last part of its key, such as {@code title}. */
        public String say(String key) {
            return Optional.ofNullable(words.get(key))
                    .orElseThrow(() -> new IllegalArgumentException("The page of a pulse has no words for " + key));
        }
    }

    /** The words in this language, or in English where we cannot write it. */
    public Page page(String language) {
        var known = templates.language(language);
        var words = new TreeMap<String, String>();
        known.phrases().keySet().stream()
                .filter(key -> key.startsWith(PAGE))
                .forEach(key -> words.put(key.substring(PAGE.length()), known.say(key)));
        return new Page(known.tag(), words);
    }

    /** What an issue that a low answer opens is about, in the language of our own people. */
    public String concern() {
        return ours().say("pulse.concern");
    }

    /** The answer as our own people read it: the scores, then the contact's own words. */
    public String answer(int service, int work, int feeling, @Nullable String words) {
        var lines = new ArrayList<String>();
        lines.add(ours().say(
                        "pulse.answer",
                        Map.of(
                                "service", String.valueOf(service),
                                "work", String.valueOf(work),
                                "feeling", String.valueOf(feeling))));
        if (words != null && !words.isBlank()) {
            lines.add(SafeText.clean(words).strip());
        }
        return String.join("\n\n", lines);
    }

    private Language ours() {
        return templates.language(settings.staffLanguage());
    }
}
