package agency.frontline.onboarding.flow;

import agency.frontline.story.Case;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** What people fill in when a client is taken on. */
final class Onboarding {

    private Onboarding() {}

    /** Whom we know already, now that we have met them; the first of them decides. */
    static Map<String, Object> people(Case onboarding) {
        var rows = (SpinJsonNode) onboarding.variable("contacts");
        var first = true;
        for (var row : rows.elements()) {
            row.prop("matters", "That it is on time")
                    .prop("badNews", "By phone, the same day")
                    .prop("decides", first);
            first = false;
        }
        return new HashMap<>(Map.of("contacts", rows));
    }

    static Map<String, Object> team() {
        return new HashMap<>(Map.of(
                "accountManager",
                "manager",
                "deputy",
                "manager2",
                "specialists",
                Spin.JSON("[\"writers/writer\",\"planners/planner\"]")));
    }

    static Map<String, Object> plan(Case onboarding) {
        return new HashMap<>(Map.of(
                "goals",
                rows(Map.of(
                        "what", "Three hundred leads by the end of the year",
                        "measure", "Leads a month in the CRM",
                        "sign", "Ten leads a week",
                        "signBy", onboarding.day(40))),
                "premises",
                rows(Map.of("what", "Buyers look for us on the web"), Map.of("what", "The shop can be rebuilt")),
                "sections",
                rows(Map.of("title", "Web", "text", "A new home page and three landing pages")),
                "workItems",
                rows(Map.of("what", "Home page", "due", onboarding.day(60), "hours", "120", "money", "12000")),
                "scopeIn",
                "Home page\nThree landing pages",
                "scopeOut",
                "The shop",
                "hoursAgreed",
                "300",
                "moneyAgreed",
                "40000",
                "currency",
                "GBP",
                "boughtInBy",
                onboarding.variable("boughtInBy")));
    }

    /** What the tier offers, as it stands on the form. */
    static Map<String, Object> pledge(Case onboarding) {
        var form = new HashMap<String, Object>();
        List.of(
                        "emailHours",
                        "phoneHours",
                        "textHours",
                        "rhythmDays",
                        "reportDays",
                        "badNewsBy",
                        "badNewsHours",
                        "decisionWay",
                        "furtherPledges")
                .forEach(field -> form.put(field, onboarding.variable(field)));
        form.put("decider", onboarding.head().contact());
        return form;
    }

    static Map<String, Object> accepted(Case onboarding) {
        return new HashMap<>(Map.of(
                "pledgeOutcome", "ACCEPTED", "acceptedBy", onboarding.head().contact()));
    }

    @SafeVarargs
    static SpinJsonNode rows(Map<String, String>... rows) {
        var list = Spin.JSON("[]");
        for (var row : rows) {
            var json = Spin.JSON("{}");
            row.forEach(json::prop);
            list.append(json);
        }
        return list;
    }
}
