package agency.frontline.strategy.flow;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.text.Answers;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** A client with a plan who doubts it, and what a careful account manager writes; a story changes what matters to it. */
@Component
class Doubts {

    static final String FEAR = "We are invisible, and the board will ask me why.";
    static final String SEO = "Where is SEO? I did not see it in the plan.";
    static final String LOST = "They lost the Halden proposal; the buyer said nobody there had heard of them.";

    private final Cases cases;
    private final Clients clients;
    private final Plans plans;

    Doubts(Cases cases, Clients clients, Plans plans) {
        this.cases = cases;
        this.clients = clients;
        this.plans = plans;
    }

    /** A client like BIRCH who bought into a plan with three premises. */
    Client withPlan() {
        var client = cases.clientLike("BIRCH");
        plans.record(client, PlanDraft.from(new Answers(plan(client)::get), plans.room(client)), 0, "manager", null);
        return clients.get(client.code());
    }

    static Map<String, Object> plan(Client client) {
        var plan = new LinkedHashMap<String, Object>();
        plan.put(
                "goals",
                List.of(Map.of(
                        "what", "Thirty enquiries a month",
                        "measure", "Enquiries in the CRM",
                        "sign", "Ten enquiries a month",
                        "signBy", "2099-02-27")));
        plan.put(
                "premises",
                List.of(
                        Map.of("what", "Buyers look for us by what we do"),
                        Map.of("what", "Buyers have heard of us before a proposal"),
                        Map.of("what", "The website answers within a second")));
        plan.put(
                "sections",
                List.of(
                        Map.of("title", "Being found", "text", "Pages that answer what buyers type in."),
                        Map.of("title", "Being known", "text", "Talks at two fairs, and the trade press.")));
        plan.put(
                "workItems",
                List.of(
                        Map.of("what", "Landing pages", "due", "2099-02-10", "hours", "40", "money", "4000"),
                        Map.of("what", "Trade press", "due", "2099-04-30", "hours", "80", "money", "11000")));
        plan.put("scopeIn", "Landing pages\nTrade press");
        plan.put("scopeOut", "Paid search\nFilms");
        plan.put("hoursAgreed", "120");
        plan.put("moneyAgreed", "15000");
        plan.put("currency", "GBP");
        plan.put("boughtInBy", List.of(ceo(client)));
        return plan;
    }

    static String ceo(Client client) {
        return client.contacts().get(0).email();
    }

    /** The phone rings. */
    Case phoneRings(Client client) {
        return cases.started("manager", "strategyReset", call(client));
    }

    /** Point of view written, discussed, signed, and approved by the client. */
    void pointOfViewIsApproved(Client client) {
        var review = cases.openOfClient(client.code(), "deliverableReview").get(0);
        review.does(
                "manager",
                "draftDeliverable",
                form(
                        "position",
                                "Buyers find us by what we do, and trust us when somebody they know has spoken of us.",
                        "grounds", "One lost proposal says little; ten enquiries say more.",
                        "advice", "Bring the pages forward.",
                        "alternative", "Paid search buys a month, not a name."));
        for (var colleague : client.team().specialists().values()) {
            review.does(colleague.get(0), "challengeDeliverable", form("nothingToAdd", true));
        }
        review.does("manager", "stateOpinion", form("opinion", "I stand by it.", "opinionDecision", "GO_ON"));
        var checklist = Spin.JSON("[]");
        for (var row : ((SpinJsonNode) review.shown("manager", "standBehindIt", "checklist")).elements()) {
            checklist.append(Spin.JSON("{}")
                    .prop("checkItem", row.prop("checkItem").stringValue())
                    .prop("done", true));
        }
        review.does(
                        "manager",
                        "standBehindIt",
                        form("purposeMet", "YES", "standBehind", true, "checklist", checklist, "sendNow", true))
                .does("manager", "recordClientAnswer", form("clientAnswer", "APPROVED"));
    }

    static Map<String, Object> call(Client client) {
        return form(
                "contact", ceo(client),
                "channel", "PHONE",
                "subject", "SEO, and a lost proposal",
                "clientWords", "I do not see SEO anywhere, and we just lost Halden. Is this plan any good?");
    }

    static Map<String, Object> heard() {
        return form(
                "fears", rows(Map.of("what", FEAR)),
                "questions", rows(Map.of("what", SEO)),
                "newInformation", rows(Map.of("what", LOST, "source", "Their CEO, on the phone")),
                "unsaid", "Whether her own job depends on it.");
    }

    /** SEO is there under another name, and what they heard leaves every premise standing. */
    static Map<String, Object> mapped(String state) {
        return mapped(state, "NONE", "NONE", "NONE");
    }

    static Map<String, Object> mapped(String state, String scope, String budget, String schedule) {
        return form(
                "mappedQuestions",
                rows(Map.of(
                        "what", SEO,
                        "answer", "UNDER_ANOTHER_NAME",
                        "place", "S1",
                        "because", "We call it being found: pages that answer what buyers type in.")),
                "weighedInformation",
                rows(Map.of(
                        "what", LOST,
                        "source", "Their CEO, on the phone",
                        "premise", "P2",
                        "state", state,
                        "because", "One buyer of whom we know; the trade press begins in March.")),
                "scopeEffect",
                scope,
                "budgetEffect",
                budget,
                "scheduleEffect",
                schedule);
    }

    static Map<String, Object> sheet() {
        return form(
                "answerSheet",
                rows(
                        Map.of(
                                "what",
                                FEAR,
                                "place",
                                "S2",
                                "how",
                                "By April the two papers your board reads write of you."),
                        Map.of("what", SEO, "place", "S1", "how", "It is in there; we call it being found.")));
    }

    static Map<String, Object> decided(Case reset, Client client) {
        return form(
                "decision",
                "The plan stays, and we show the board what comes when.",
                "decidedBy",
                ceo(client),
                "riskTaken",
                "Another proposal may be lost before April.",
                "reviewOn",
                reset.day(28),
                "fearAnswers",
                rows(Map.of("what", FEAR, "answer", "By April the two papers your board reads write of you.")),
                "couldHaveSeen",
                "When they asked for the list of papers in spring.");
    }

    /** Doing nothing, and a campaign in paid search that takes a good deal. */
    @SafeVarargs
    static Map<String, Object> options(Map<String, Object>... others) {
        var list = Spin.JSON("[]");
        list.append(node(nothing()));
        for (var other : others) {
            list.append(node(other));
        }
        return form("options", list);
    }

    static Map<String, Object> nothing() {
        return Map.of(
                "what", "Do nothing: the plan stays as it is",
                "doNothing", true,
                "onGoals", "Ten enquiries in February, not before",
                "onSchedule", "Nothing",
                "onScope", "Nothing",
                "hours", "0",
                "money", "0");
    }

    static Map<String, Object> paidSearch(String hours, String money) {
        return Map.of(
                "what", "Paid search",
                "doNothing", false,
                "onGoals", "Ten enquiries in January",
                "onSchedule", "Landing pages a month earlier",
                "onScope", "Paid search comes in",
                "hours", hours,
                "money", money);
    }

    static Map<String, Object> without(Map<String, Object> option, String leavesOut) {
        var less = new HashMap<>(option);
        less.put("leavesOut", leavesOut);
        return less;
    }

    static Map<String, Object> chose(Client client, String option) {
        return form(
                "clientDecision", "ACCEPTED",
                "chosenOption", option,
                "clientSaid", "Let us do that.",
                "presentationChannel", "VISIT",
                "attendees", list(ceo(client), "manager"));
    }

    static Map<String, Object> said(Client client, String decision, String words) {
        return form(
                "clientDecision",
                decision,
                "clientSaid",
                words,
                "presentationChannel",
                "VIDEO",
                "attendees",
                list(ceo(client), "manager"));
    }

    static SpinJsonNode list(String... texts) {
        var list = Spin.JSON("[]");
        List.of(texts).forEach(list::append);
        return list;
    }

    @SafeVarargs
    static SpinJsonNode rows(Map<String, Object>... rows) {
        var list = Spin.JSON("[]");
        for (var row : rows) {
            list.append(node(row));
        }
        return list;
    }

    private static SpinJsonNode node(Map<String, Object> row) {
        var node = Spin.JSON("{}");
        row.forEach((name, value) -> {
            if (value instanceof Boolean flag) {
                node.prop(name, flag);
            } else {
                node.prop(name, value.toString());
            }
        });
        return node;
    }

    static Map<String, Object> form(Object... fields) {
        var form = new HashMap<String, Object>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put((String) fields[i], fields[i + 1]);
        }
        return form;
    }

    static Map<String, Object> with(Map<String, Object> form, String name, Object value) {
        var more = new HashMap<>(form);
        more.put(name, value);
        return more;
    }
}
