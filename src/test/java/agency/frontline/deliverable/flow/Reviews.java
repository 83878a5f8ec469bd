package agency.frontline.deliverable.flow;

import agency.frontline.client.Client;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/** A deliverable and its review as colleagues would fill them in; a story changes what matters to it. */
final class Reviews {

    static final String LETTER = "LETTER_OF_PROPOSAL";
    static final String BRIEF = "CREATIVE_BRIEF";

    private Reviews() {}

    /** The manager needs something, drafts it, and has the writers challenge it. */
    static Case needed(Cases cases, Client client, String kind, String title) {
        return cases.started("manager", "deliverableReview", start(client, kind, title));
    }

    static Map<String, Object> start(Client client, String kind, String title) {
        return with(
                Map.of(
                        "contact",
                        ceo(client),
                        "deliverableKind",
                        kind,
                        "title",
                        title,
                        "purpose",
                        "They decide by Friday whether we do the roadside campaign.",
                        "chooseChallengers",
                        true),
                "specialists",
                list("writers"));
    }

    static String ceo(Client client) {
        return client.contacts().get(0).email();
    }

    static Map<String, Object> letter() {
        return with(Map.of(
                "objective", "Every driver into Leeds knows the new flavour by Easter.",
                "scopeIn", "Twelve boards, one design.",
                "scopeOut", "No radio, no print.",
                "schedule", "Boards up on 1 March.",
                "budget", "48,000 pounds, print included.",
                "assumptions", "The flavour has its name by 1 February."));
    }

    static Map<String, Object> brief() {
        return with(Map.of(
                "objective", "Drivers smile and remember the flavour.",
                "clientInput", "People should grin at seventy miles an hour.",
                "audience", "Somebody who drives to work and has not had breakfast.",
                "keyMessage", "It tastes of summer."));
    }

    static Map<String, Object> nothingToAdd() {
        return with(Map.of("nothingToAdd", true));
    }

    @SafeVarargs
    static Map<String, Object> challenges(Map<String, Object>... rows) {
        return with(Map.of("challenges", rows(rows)));
    }

    static Map<String, Object> suggestion(String what) {
        return Map.of("what", what, "weight", "SUGGESTION");
    }

    static Map<String, Object> must(String what, String source) {
        return Map.of("what", what, "weight", "MUST", "source", source);
    }

    static Map<String, Object> goesOn() {
        return with(Map.of("opinion", "I would sign this today.", "opinionDecision", "GO_ON"));
    }

    /** The same with an answer to each challenge, in their order. */
    @SafeVarargs
    static Map<String, Object> stated(String decision, Map<String, Object>... answers) {
        return with(Map.of(
                "opinion", "Sharper than before.", "opinionDecision", decision, "challengeAnswers", rows(answers)));
    }

    static Map<String, Object> answer(Case review, int number, String verdict, String words) {
        return Map.of("challengeId", review.key() + "/" + number, "verdict", verdict, "answer", words);
    }

    /** Every line of the checklist is ticked, and the manager signs. */
    static Map<String, Object> signed(Case review) {
        return signed(review, "manager");
    }

    static Map<String, Object> signed(Case review, String manager) {
        return with(Map.of(
                "purposeMet",
                "YES",
                "standBehind",
                true,
                "checklist",
                checked(review, manager, "(none)"),
                "sendNow",
                true));
    }

    /** The checklist as it stands on the form, all ticked but the line with these words. */
    static SpinJsonNode checked(Case review, String butNot) {
        return checked(review, "manager", butNot);
    }

    private static SpinJsonNode checked(Case review, String manager, String butNot) {
        var rows = Spin.JSON("[]");
        for (var row : ((SpinJsonNode) review.shown(manager, "standBehindIt", "checklist")).elements()) {
            var item = row.prop("checkItem").stringValue();
            rows.append(Spin.JSON("{}").prop("checkItem", item).prop("done", !item.contains(butNot)));
        }
        return rows;
    }

    static Map<String, Object> approved() {
        return with(Map.of("clientAnswer", "APPROVED"));
    }

    static Map<String, Object> changes(String words) {
        return with(Map.of("clientAnswer", "CHANGES", "clientSaid", words, "answerChannel", "PHONE"));
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
        List.of(texts).forEach(list::append);
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
