package agency.frontline.issue.flow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** Forms as an account manager and a specialist would fill them in; a story changes what matters to it. */
final class Forms {

    private Forms() {}

    static Map<String, Object> diagnosis(String kind) {
        return with(Map.of(
                "issueKind", kind,
                "reallyNeeds", "To know that the launch date holds",
                "unsaid", "none heard",
                "diagnosis", "The print shop has not confirmed the slot",
                "view", "The date holds, with one proof round less",
                "confidence", "MEDIUM",
                "course", "ANSWER"));
    }

    static Map<String, Object> consult(String kind, String... groups) {
        return with(
                diagnosis(kind),
                "course",
                "CONSULT",
                "specialists",
                list(groups),
                "whatINeed",
                "Can we book the other slot?",
                "toldClient",
                "I think the date holds; I ask our media people and come back tomorrow.");
    }

    static Map<String, Object> opinion(String verdict) {
        return with(Map.of(
                "verdict", verdict,
                "finding", "The slot is free until Friday",
                "recommendation", "Book it today"));
    }

    static Map<String, Object> reply() {
        return with(Map.of(
                "stance", "VIEW",
                "position", "The launch date holds.",
                "replyText", "We booked the slot this morning."));
    }

    static Map<String, Object> confirmed() {
        return with(Map.of("resolution", "CONFIRMED", "purposeMet", "YES"));
    }

    static Map<String, Object> lesson() {
        return with(Map.of(
                "cause", "SCHEDULE",
                "sign", "No written confirmation from the print shop",
                "whatToDo", "Ask for it in writing a week before"));
    }

    static Object list(String... texts) {
        var json = Spin.JSON("[]");
        for (var text : texts) {
            json.append(text);
        }
        return json;
    }

    static SpinJsonNode promise(String what, String owner, String due) {
        return Spin.JSON("[]")
                .append(Spin.JSON("{}").prop("what", what).prop("owner", owner).prop("due", due));
    }

    /** The form with these fields changed: name, value, name, value. */
    static Map<String, Object> with(Map<String, Object> form, Object... changes) {
        var changed = new HashMap<>(form);
        for (int i = 0; i < changes.length; i += 2) {
            changed.put((String) changes[i], changes[i + 1]);
        }
        return changed;
    }

    static List<String> allGroups() {
        return List.of("planners", "media-specialists", "writers", "art-directors", "project-managers", "producers");
    }
}
