package agency.frontline.notification;

import agency.frontline.client.plan.GoalVerdict;
import agency.frontline.text.SafeText;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The words of the page on which a client judges the goals of a plan, in their language, and of their answer, in ours. */
@Component
public class EndCheckWords {

    private static final String PAGE = "endCheck.page.";

    private final MailTemplates templates;
    private final NotificationSettings settings;

    EndCheckWords(MailTemplates templates, NotificationSettings settings) {
        this.templates = templates;
        this.settings = settings;
    }

    /** What was said of a goal; {@code words} are empty for none. */
    public record Line(String goal, GoalVerdict verdict, String words) {}

    /** The words in this language, a BCP 47 tag, or in English where we cannot write it. */
    public PageWords page(String language) {
        return PageWords.of(templates.language(language), PAGE);
    }

    /** The answer as our own people read it, goal by goal. */
    public String answer(List<Line> lines) {
        var ours = templates.language(settings.staffLanguage());
        return lines.stream()
                .map(line -> ours.say(
                                "endCheck.answer",
                                Map.of(
                                        "goal", SafeText.line(line.goal(), 500),
                                        "verdict",
                                                ours.say(PAGE + line.verdict()).toLowerCase(Locale.ROOT)))
                        + (line.words().isEmpty() ? "" : "\n" + line.words()))
                .collect(Collectors.joining("\n\n"));
    }
}
