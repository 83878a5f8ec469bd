package agency.frontline.mail;

import agency.frontline.text.SafeText;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Says in a line what a calendar's mail says (RFC 5546), for those that carry no text of their own (I16). */
final class Invitation {

    private static final int LONGEST = 200_000;
    private static final int LONGEST_VALUE = 200;

    private static final Map<String, String> ANSWERS = Map.of(
            "ACCEPTED", "accepted",
            "DECLINED", "declined",
            "TENTATIVE", "perhaps",
            "DELEGATED", "somebody else comes instead");

    private Invitation() {}

    /** The line; empty where none of the parts is a calendar's. */
    static Optional<String> told(List<MimeParts.Leaf> parts) {
        return parts.stream()
                .filter(leaf -> leaf.type().equals("text/calendar"))
                .findFirst()
                .map(leaf -> told(TextBytes.decode(leaf.content(), leaf.charset())));
    }

    private static String told(String calendar) {
        var found = new HashMap<String, String>();
        var unfolded = calendar.substring(0, Math.min(calendar.length(), LONGEST))
                .replace("\r\n", "\n")
                .replace("\n ", "")
                .replace("\n\t", "");
        boolean inEvent = false;
        for (var line : unfolded.split("\n")) {
            var upper = line.toUpperCase(Locale.ROOT);
            inEvent |= upper.startsWith("BEGIN:VEVENT");
            int colon = line.indexOf(':');
            if (colon < 0 || upper.startsWith("METHOD:") == inEvent) {
                continue;
            }
            var name = upper.substring(0, colon).split(";", 2)[0];
            found.putIfAbsent(name, line.substring(colon + 1));
            int answer = upper.indexOf(";PARTSTAT=");
            if (name.equals("ATTENDEE") && answer >= 0) {
                found.putIfAbsent(
                        "PARTSTAT",
                        upper.substring(answer + ";PARTSTAT=".length()).split("[;:]", 2)[0]);
            }
        }
        var about = value(found, "SUMMARY").map(summary -> " “" + summary + "”").orElse("");
        var when = value(found, "DTSTART")
                .map(start -> ", begins " + moment(start))
                .orElse("");
        var what =
                switch (found.getOrDefault("METHOD", "").strip().toUpperCase(Locale.ROOT)) {
                    case "REPLY" ->
                        "Answer to an invitation: %s."
                                .formatted(ANSWERS.getOrDefault(found.getOrDefault("PARTSTAT", ""), "see the file"));
                    case "COUNTER" -> "Another time is proposed for an invitation.";
                    case "CANCEL" -> "An invitation is cancelled.";
                    default -> "An invitation.";
                };
        return what + about + when;
    }

    private static Optional<String> value(Map<String, String> found, String name) {
        return Optional.ofNullable(found.get(name))
                .map(value -> value.replace("\\n", " ").replace("\\", ""))
                .map(value -> SafeText.line(value, LONGEST_VALUE))
                .filter(value -> !value.isEmpty());
    }

    /** As the calendar has it, for its time zone may be one that only the sender's calendar knows. */
    private static String moment(String value) {
        return value.matches("\\d{8}T\\d{6}Z?")
                ? "%s-%s-%s %s:%s%s"
                        .formatted(
                                value.substring(0, 4),
                                value.substring(4, 6),
                                value.substring(6, 8),
                                value.substring(9, 11),
                                value.substring(11, 13),
                                value.endsWith("Z") ? " UTC" : "")
                : value;
    }
}
