package agency.frontline.notification;

import agency.frontline.text.SafeText;
import java.util.ArrayList;
import java.util.Map;
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

    /** The words in this language, a BCP 47 tag, or in English where we cannot write it. */
    public PageWords page(String language) {
        return PageWords.of(templates.language(language), PAGE);
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
