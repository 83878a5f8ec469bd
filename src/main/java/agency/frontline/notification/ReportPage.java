package agency.frontline.notification;

import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.text.SafeText;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A conference report with every word that the reader sees, in their language and the client's local time. */
public record ReportPage(
        String language,
        String title,
        String number,
        String clientName,
        String held,
        Labels labels,
        List<Present> present,
        @Nullable Prose decisions,
        @Nullable Prose openItems,
        List<Step> steps,
        @Nullable String nextMeeting,
        String signedBy,
        @Nullable String again) {

    /** What stands above the parts. */
    public record Labels(
            String report,
            String present,
            String decisions,
            String openItems,
            String steps,
            String who,
            String by,
            String nextMeeting,
            String objection) {}

    /** Who was there, of one side. */
    public record Present(String side, String names) {}

    /** Who does what by when; {@code state} is empty while it is open. */
    public record Step(String what, String who, String by, String state) {}

    static ReportPage of(
            ReportWords report, Language language, Client client, String number, String title, String signedBy) {
        var zone = client.timeZone();
        var day = DateTimeFormatter.ofPattern(language.say("pattern.fullDate"), language.locale());
        var moment = DateTimeFormatter.ofPattern(
                language.say("pattern.fullDate") + ", " + language.say("pattern.time"), language.locale());
        return new ReportPage(
                language.tag(),
                title,
                number,
                client.name(),
                language.say(
                        "report.held." + channel(report.channel()),
                        Map.of("at", moment.format(report.heldAt().atZone(zone)))),
                new Labels(
                        language.say("report.title"),
                        language.say("report.present"),
                        language.say("report.decisions"),
                        language.say("report.openItems"),
                        language.say("report.steps"),
                        language.say("report.who"),
                        language.say("report.by"),
                        language.say("report.nextMeeting"),
                        language.say("report.objection")),
                Stream.of(
                                new Present(client.name(), names(language, report.client())),
                                new Present(language.say("report.agency"), names(language, report.agency())),
                                new Present(language.say("report.guests"), names(language, report.guests())))
                        .filter(side -> !side.names().isEmpty())
                        .toList(),
                Prose.of(report.decisions()),
                Prose.of(report.openItems()),
                report.steps().stream()
                        .map(step -> new Step(
                                SafeText.line(step.what(), 1000),
                                step.owner(),
                                day(day, step.day()),
                                step.done() == null
                                        ? ""
                                        : language.say(step.done() ? "report.done" : "report.dropped")))
                        .toList(),
                report.nextMeeting() == null
                        ? null
                        : moment.format(report.nextMeeting().atZone(zone))
                                + (report.nextMeetingPlace().isBlank()
                                        ? ""
                                        : ", " + SafeText.line(report.nextMeetingPlace(), 400)),
                signedBy,
                report.version() > 1
                        ? language.say("report.again", Map.of("version", String.valueOf(report.version())))
                        : null);
    }

    private static String names(Language language, List<String> names) {
        return String.join(", ", names);
    }

    private static String day(DateTimeFormatter format, LocalDate day) {
        return format.format(day);
    }

    private static String channel(Channel channel) {
        return switch (channel) {
            case VISIT -> "visit";
            case VIDEO -> "video";
            default -> "phone";
        };
    }
}
