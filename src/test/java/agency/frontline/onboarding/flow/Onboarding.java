package agency.frontline.onboarding.flow;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** What people fill in when a client is taken on. */
final class Onboarding {

    private Onboarding() {}

    /** Somebody was won of whom nobody knows more than a name; the code is this story's alone. */
    static Map<String, Object> won(String code) {
        return new HashMap<>(Map.of(
                "client", code,
                "clientName", "Oak and Sons " + code,
                "contactName", "Olga Oak" + code,
                "contact", "olga@" + code.toLowerCase(Locale.ROOT) + ".example",
                "purpose", "Three hundred people a month find the shop."));
    }

    static Map<String, Object> registered(String type) {
        return new HashMap<>(Map.of(
                "tier", "GOLD",
                "clientType", type,
                "timeZone", "Europe/London",
                "holidayCalendar", "GB-ENG",
                "languages", Spin.JSON("[\"en\"]"),
                "jargonToAvoid", "synergy, leverage"));
    }

    /** As far as the documents: registered, met, and with a team. */
    static Case asFarAsDocuments(Cases cases, String code, String type) {
        var onboarding = cases.started("manager", "clientOnboarding", won(code));
        onboarding.does("manager", "registerClient", registered(type));
        onboarding.does("manager", "meetContacts", people(onboarding));
        return onboarding.waitsAt("appointTeam").does("director", "appointTeam", team());
    }

    /**
     * A client we know, whose people are met and whose plan is recorded.
     *
     * @param begun whether they begin with a kick-off, as new ones do
     */
    static Case asFarAsPledge(Cases cases, String client, boolean begun) {
        var onboarding = cases.started("manager", "clientOnboarding", new HashMap<>(Map.of("client", client)));
        onboarding.does("manager", "meetContacts", people(onboarding));
        if (begun) {
            cases.set(onboarding, "kickOffNeeded", true);
        }
        if (onboarding.open("appointTeam") > 0) {
            onboarding.does("director", "appointTeam", team());
        }
        return onboarding
                .does("manager", "recordPlanBaseline", plan(onboarding))
                .waitsAt("agreeServicePledge");
    }

    static Map<String, Object> schedule(Case onboarding) {
        return new HashMap<>(Map.of(
                "plannedEnd", onboarding.day(90),
                "bufferDays", 12,
                "budgetAmount", 40000,
                "contingencyPercent", 12,
                "capacityPercent", 130));
    }

    /** The letter or brief goes through its review: drafted, challenged, signed, and approved by the client's mail. */
    static void approve(Case review, Map<String, Object> draft) {
        review.does("manager", "draftDeliverable", draft);
        review.does("writer", "challengeDeliverable", new HashMap<>(Map.of("nothingToAdd", true)));
        review.does(
                "planner",
                "challengeDeliverable",
                new HashMap<>(Map.of(
                        "challenges", rows(Map.of("what", "Say who decides on the name.", "weight", "SUGGESTION")))));
        review.does(
                "manager",
                "stateOpinion",
                new HashMap<>(Map.of(
                        "opinion",
                        "Clear and honest.",
                        "opinionDecision",
                        "GO_ON",
                        "challengeAnswers",
                        rows(Map.of(
                                "challengeId",
                                review.key() + "/1",
                                "verdict",
                                "DECLINED",
                                "answer",
                                "It stands there already.")))));
        var checklist = Spin.JSON("[]");
        ((SpinJsonNode) review.shown("manager", "standBehindIt", "checklist"))
                .elements()
                .forEach(row -> checklist.append(Spin.JSON("{}")
                        .prop("checkItem", row.prop("checkItem").stringValue())
                        .prop("done", true)));
        review.does(
                "manager",
                "standBehindIt",
                new HashMap<>(Map.of("purposeMet", "YES", "standBehind", true, "checklist", checklist)));
        review.clientWrites("Yes, like that.");
        review.does("manager", "recordClientAnswer", new HashMap<>(Map.of("clientAnswer", "APPROVED")));
    }

    static Map<String, Object> letter() {
        return new HashMap<>(Map.of(
                "objective", "Three hundred people a month find the shop.",
                "scopeIn", "A home page and three landing pages.",
                "scopeOut", "The shop itself.",
                "schedule", "Live by summer.",
                "budget", "40,000 pounds.",
                "assumptions", "Photographs come from the client."));
    }

    static Map<String, Object> brief() {
        return new HashMap<>(Map.of(
                "objective", "People who look for a table find Oak.",
                "clientInput", "It must smell of wood.",
                "audience", "Somebody who has just moved house.",
                "keyMessage", "A table for forty years."));
    }

    static Map<String, Object> kickOff(Case onboarding, int days) {
        return new HashMap<>(Map.of(
                "kickOffOn",
                onboarding.day(days) + "T10:00:00Z",
                "channel",
                "VISIT",
                "kickOffPlace",
                "12 Mill Lane",
                "attendees",
                onboarding.variable("attendees")));
    }

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
