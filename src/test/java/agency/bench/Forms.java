package agency.bench;

import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.Spin;

/** What people write into the forms, the same for both that are compared. */
final class Forms {

    private Forms() {}

    static Map<String, Object> of(String step, boolean consult) {
        return new HashMap<>(
                switch (step) {
                    case "diagnoseIssue" -> diagnosis(consult);
                    case "giveOpinion" ->
                        Map.of(
                                "verdict", "REFINES",
                                "finding", "Radio starts on the third, not on the first",
                                "recommendation", "Tell the shops the third");
                    case "replyToClient" ->
                        Map.of(
                                "stance", "VIEW",
                                "position",
                                        "The posters will be in your shops on the third, with the first radio spot.",
                                "replyText", "Our planner has looked at the whole campaign for this.",
                                "moreToReply", true,
                                "sendNow", true);
                    case "confirmResolution" -> Map.of("resolution", "CONFIRMED", "purposeMet", "YES");
                    case "captureLesson" ->
                        Map.of(
                                "cause", "SCHEDULE",
                                "sign", "No written confirmation from the print shop",
                                "whatToDo", "Ask for it in writing a week before");
                    default -> throw new IllegalStateException("Nobody expected the step " + step);
                });
    }

    private static Map<String, Object> diagnosis(boolean consult) {
        var form = new HashMap<String, Object>(Map.of(
                "issueKind", "PROBLEM",
                "reallyNeeds", "To tell the shops a date they can rely on",
                "unsaid", "none heard",
                "diagnosis", "The print shop has not confirmed its slot",
                "view", "The date holds if we give up one round of proofs",
                "confidence", "MEDIUM",
                "course", consult ? "CONSULT" : "ANSWER"));
        if (consult) {
            form.put("specialists", Spin.JSON("[\"planners\"]"));
            form.put("whatINeed", "Does the campaign bear posters two days later?");
            form.put("toldClient", "I believe the date holds. I ask our planner and come back tomorrow.");
        }
        return form;
    }
}
