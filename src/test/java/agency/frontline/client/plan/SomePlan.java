package agency.frontline.client.plan;

import agency.frontline.text.Answers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Answers of a writer who has filled in everything; each test spoils or changes what it is about. */
public final class SomePlan {

    private SomePlan() {}

    /** Days that lie ahead wherever a story's clock stands. */
    public static Map<String, Object> answers() {
        var answers = new LinkedHashMap<String, Object>();
        answers.put(
                "goals",
                List.of(Map.of(
                        "what", "Thirty leads a month",
                        "measure", "Leads in the CRM",
                        "sign", "Ten leads a month",
                        "signBy", "2099-02-27",
                        "moreSigns", "2099-03-31 Twenty leads a month")));
        answers.put(
                "premises",
                List.of(
                        Map.of("what", "People look for us by name"),
                        Map.of("what", "The website answers within a second")));
        answers.put("sections", List.of(Map.of("title", "Search", "text", "Nobody finds us today.")));
        answers.put(
                "workItems",
                List.of(
                        Map.of("what", "Landing page", "due", "2099-02-10", "hours", "40", "money", "4000"),
                        Map.of("what", "Campaign", "due", "2099-04-30", "hours", "80", "money", "11000")));
        answers.put("scopeIn", "Landing page\nCampaign in print");
        answers.put("scopeOut", "Films");
        answers.put("hoursAgreed", "120");
        answers.put("moneyAgreed", 15000);
        answers.put("currency", "GBP");
        answers.put("boughtInBy", "Odile Quist");
        return answers;
    }

    public static Answers with(String field, Object value) {
        var answers = answers();
        answers.put(field, value);
        return new Answers(answers::get);
    }

    public static Answers complete() {
        return new Answers(answers()::get);
    }
}
