package agency.frontline.notification;

import agency.frontline.client.Client;
import agency.frontline.client.pledge.Pledge;
import agency.frontline.client.pledge.PledgeLine;
import agency.frontline.client.pledge.PledgeLine.Topic;
import agency.frontline.client.pledge.PledgeMeasure;
import agency.frontline.text.SafeText;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A pledge with every word that the reader sees, in their language (C-61). */
public record PledgePage(
        String language,
        String label,
        String title,
        String version,
        String intro,
        List<Part> parts,
        String hours,
        @Nullable String again,
        @Nullable String accepted,
        String ask,
        String signedBy) {

    /** What is pledged about one thing. */
    public record Part(String heading, List<Line> lines) {}

    /** One promise and how it is measured. */
    public record Line(String text, String measure) {}

    static PledgePage of(Pledge pledge, Language language, Client client, String signedBy) {
        var number = Map.of("version", String.valueOf(pledge.version()));
        return new PledgePage(
                language.tag(),
                language.say("pledge.label"),
                title(language, client),
                language.say("pledge.version", number),
                language.say("pledge.intro"),
                parts(pledge, language),
                language.say("pledge.hours"),
                pledge.version() > 1 ? language.say("pledge.again", number) : null,
                accepted(pledge, language),
                language.say("pledge.ask"),
                signedBy);
    }

    static String title(Language language, Client client) {
        return language.say("pledge.title", Map.of("client", SafeText.line(client.name(), 120)));
    }

    private static @Nullable String accepted(Pledge pledge, Language language) {
        var answer = pledge.answer();
        if (answer == null || answer.by() == null || answer.on() == null) {
            return null;
        }
        var day = DateTimeFormatter.ofPattern(language.say("pattern.fullDate"), language.locale());
        return language.say("pledge.accepted", Map.of("who", answer.by(), "day", day.format(answer.on())));
    }

    private static List<Part> parts(Pledge pledge, Language language) {
        var lines = pledge.terms().lines();
        return Arrays.stream(Topic.values())
                .map(topic -> new Part(
                        language.say("pledge.head." + topic),
                        lines.stream()
                                .filter(line -> line.topic() == topic)
                                .map(line -> line(line, language))
                                .toList()))
                .filter(part -> !part.lines().isEmpty())
                .toList();
    }

    private static Line line(PledgeLine line, Language language) {
        var measured = line.measure() != PledgeMeasure.NOT_MEASURED;
        var measure = language.say("pledge.measure." + line.measure());
        return new Line(
                words(line, language),
                measured ? language.say("pledge.measured", Map.of("measure", measure)) : measure);
    }

    private static String words(PledgeLine line, Language language) {
        var number = line.number() == null ? 0 : line.number();
        var text = line.text() == null ? "" : line.text();
        return switch (line.topic()) {
            case RESPONSE ->
                language.say(
                        "pledge.line.RESPONSE." + line.channel(), Map.of("time", amount(language, "hours", number)));
            case RHYTHM ->
                language.say(
                        "pledge.line.RHYTHM" + (number == 1 ? ".daily" : ""), Map.of("number", String.valueOf(number)));
            case REPORT -> language.say("pledge.line.REPORT", Map.of("time", amount(language, "days", number)));
            case BAD_NEWS ->
                language.say("pledge.line.BAD_NEWS." + text, Map.of("time", amount(language, "hours", number)));
            case DECIDER -> language.say("pledge.line.DECIDER", Map.of("who", text));
            case DECISIONS, FURTHER -> text;
        };
    }

    private static String amount(Language language, String what, int number) {
        return language.say(
                "pledge." + what + (number == 1 ? ".one" : ".more"), Map.of("number", String.valueOf(number)));
    }
}
