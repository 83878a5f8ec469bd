package agency.frontline.meeting.flow;

import agency.frontline.client.Client;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** A meeting and its report as an account manager would fill them in; a story changes what matters to it. */
final class Reports {

    private Reports() {}

    /** The manager has met the client's CEO by video and logs it. */
    static Case met(Cases cases, Client client, String about) {
        return cases.started(
                "manager",
                "conferenceReport",
                with(Map.of("contact", ceo(client), "channel", "VIDEO", "subject", about)));
    }

    static String ceo(Client client) {
        return client.contacts().get(0).email();
    }

    @SafeVarargs
    static Map<String, Object> report(Client client, Map<String, Object>... steps) {
        return with(Map.of(
                "attendees", list(ceo(client), "manager"),
                "decisions", "The launch stays on 1 March.",
                "nextSteps", rows(steps)));
    }

    static Map<String, Object> step(String what, String owner, String day) {
        return Map.of("what", what, "owner", owner, "due", day);
    }

    /** A step from before as it stands on the form, with what has become of it. */
    static Map<String, Object> standing(SpinJsonNode row, String state) {
        var before = new HashMap<String, Object>();
        for (var name : List.of("stepId", "what", "owner", "due")) {
            before.put(name, row.prop(name).stringValue());
        }
        before.put("state", state);
        return before;
    }

    @SafeVarargs
    static SpinJsonNode rows(Map<String, Object>... rows) {
        var list = Spin.JSON("[]");
        for (var row : rows) {
            var node = Spin.JSON("{}");
            row.forEach((name, value) -> node.prop(name, value.toString()));
            list.append(node);
        }
        return list;
    }

    static SpinJsonNode list(String... texts) {
        var list = Spin.JSON("[]");
        for (var text : texts) {
            list.append(text);
        }
        return list;
    }

    static Map<String, Object> with(Map<String, Object> form) {
        return new HashMap<>(form);
    }

    static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
        var more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }
}
