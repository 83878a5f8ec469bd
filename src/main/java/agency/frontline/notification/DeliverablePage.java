package agency.frontline.notification;

import agency.frontline.client.Client;
import agency.frontline.text.SafeText;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A document with every word that the reader sees, in their language. */
public record DeliverablePage(
        String language,
        String kind,
        String title,
        String number,
        String clientName,
        String version,
        String day,
        @Nullable String draft,
        List<Section> sections,
        @Nullable String changedTitle,
        List<Changed> changed,
        String signedBy) {

    /** A mail tells what has changed in a few lines; the document has all of it. */
    private static final int IN_A_MAIL = 240;

    /** A heading and what stands below it. */
    public record Section(String heading, @Nullable Prose text) {}

    /**
     * A part of which something is different.
     *
     * @param told in a few lines each
     * @param marked word for word, each with its fate
     */
    public record Changed(String heading, List<String> told, List<List<DeliverableWords.Piece>> marked) {}

    static DeliverablePage of(
            DeliverableWords words, Language language, Client client, String number, Instant now, String signedBy) {
        return new DeliverablePage(
                language.tag(),
                kind(words, language),
                SafeText.line(words.title(), 200),
                number,
                client.name(),
                language.say("deliverable.version", Map.of("version", String.valueOf(words.version()))),
                DateTimeFormatter.ofPattern(language.say("pattern.fullDate"), language.locale())
                        .format(now.atZone(client.timeZone())),
                words.draft() ? language.say("deliverable.draft") : null,
                words.parts().stream()
                        .map(part -> new Section(heading(language, part.name(), part.heading()), Prose.of(part.text())))
                        .toList(),
                words.changed().isEmpty()
                        ? null
                        : language.say(words.draft() ? "deliverable.changed.draft" : "deliverable.changed"),
                words.changed().stream()
                        .map(changed -> new Changed(
                                heading(language, changed.name(), changed.heading()),
                                changed.passages().stream()
                                        .map(passage -> told(language, passage))
                                        .toList(),
                                changed.passages().stream()
                                        .map(passage -> passage.pieces().stream()
                                                .map(piece -> new DeliverableWords.Piece(
                                                        piece.fate(), SafeText.clean(piece.text())))
                                                .toList())
                                        .toList()))
                        .toList(),
                signedBy);
    }

    static String kind(DeliverableWords words, Language language) {
        return language.say("deliverable.kind." + words.kind());
    }

    private static String heading(Language language, String name, String heading) {
        var key = "deliverable.part." + name;
        return language.has(key) ? language.say(key) : SafeText.line(heading, 200);
    }

    private static String told(Language language, DeliverableWords.Passage passage) {
        var before = SafeText.line(passage.before(), IN_A_MAIL);
        var after = SafeText.line(passage.after(), IN_A_MAIL);
        if (before.isEmpty()) {
            return language.say("deliverable.new", Map.of("now", after));
        }
        return after.isEmpty()
                ? language.say("deliverable.gone", Map.of("was", before))
                : language.say("deliverable.wasNow", Map.of("was", before, "now", after));
    }
}
