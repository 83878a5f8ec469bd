package agency.frontline.rescue.flow;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;

/** What people fill in on the way through a rescue. */
final class Rescue {

    private Rescue() {}

    static Case started(Cases cases, String contact) {
        return cases.started(
                "manager",
                "accountRescue",
                Map.of(
                        "contact", contact,
                        "subject", "They look at other agencies",
                        "whatHappened", "Three late proofs in a row, and a rival invited them to lunch."));
    }

    static Map<String, Object> plan(Case rescue) {
        return new HashMap<>(Map.of(
                "sponsor",
                "director",
                "savePlan",
                json(List.of(
                        Map.of("what", "A proof two days before each date", "who", "manager", "by", rescue.day(3)))),
                "visitOn",
                rescue.day(2),
                "reviewOn",
                rescue.day(14)));
    }

    static Map<String, Object> visit() {
        return new HashMap<>(Map.of(
                "visitedBy",
                Spin.JSON("[]").append("manager").append("director"),
                "clientSaid",
                "We felt like your smallest client."));
    }

    static Map<String, Object> review(String verdict, String reason) {
        return Map.of("rescueVerdict", verdict, "reason", reason);
    }

    static Object json(List<Map<String, Object>> rows) {
        var list = Spin.JSON("[]");
        rows.forEach(row -> {
            var json = Spin.JSON("{}");
            row.forEach((name, value) -> json.prop(name, (String) value));
            list.append(json);
        });
        return list;
    }

    static Map<String, Object> with(Map<String, Object> form, String field, Object value) {
        var changed = new HashMap<>(form);
        changed.put(field, value);
        return changed;
    }
}
