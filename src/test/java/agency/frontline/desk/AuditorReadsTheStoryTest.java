package agency.frontline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("An auditor finds a closed case, reads the whole story, and can change nothing")
class AuditorReadsTheStoryTest {

    private static final String LONG_VIEW =
            "The date holds. " + "We checked every single line of the plan. ".repeat(150);

    @Autowired
    Cases cases;

    @Autowired
    ObjectMapper json;

    @LocalServerPort
    int port;

    @Test
    void restTellsWhoDidWhatWhenAndWhatTheyWrote() throws Exception {
        var issue = theWholeWay();
        var story = json.readTree(
                new Visitor(port, "auditor").asks("/api/cases/" + issue.key()).body());

        assertThat(story.path("status").asText()).isEqualTo("RESOLVED");
        assertThat(story.path("process").asText()).isEqualTo("clientIssue");
        assertThat(story.path("version").asInt()).isPositive();
        assertThat(story.path("versionTag").asText()).isEqualTo("1.2.0");
        assertThat(texts(story.path("steps"), "id"))
                .containsSubsequence(
                        "setServiceLevel",
                        "acknowledgeIssue",
                        "diagnoseIssue",
                        "reviewServiceLevel",
                        "sendFirstView",
                        "giveOpinion",
                        "replyToClient",
                        "sendReply",
                        "confirmResolution",
                        "captureLesson",
                        "askForPulse")
                .noneMatch(id -> id.contains("#"));

        var diagnosis = step(story, "diagnoseIssue");
        assertThat(diagnosis.path("who").asText()).isEqualTo("manager");
        assertThat(diagnosis.path("label").asText()).isEqualTo("Diagnose issue");
        assertThat(diagnosis.path("endedAt").asText())
                .isEqualTo(issue.head().startedAt().toString());
        assertThat(diagnosis.at("/wrote/issueKind").asText()).isEqualTo("PROBLEM");
        assertThat(diagnosis.at("/wrote/view").asText()).isEqualTo(LONG_VIEW);
        assertThat(diagnosis.at("/wrote/specialists/0").asText()).isEqualTo("planners");
        assertThat(diagnosis.path("wrote").has("opinionBy"))
                .as("what a listener set")
                .isFalse();

        var opinion = step(story, "giveOpinion");
        assertThat(opinion.path("who").asText()).isEqualTo("planner");
        assertThat(opinion.at("/wrote/verdict").asText()).isEqualTo("CORRECTS");
        assertThat(step(story, "sendReply").path("who").asText()).isEqualTo("system");
    }

    @Test
    void restTellsWhichRuleSetTheDeadlineAndWhy() throws Exception {
        var issue = theWholeWay();
        var story = json.readTree(
                new Visitor(port, "auditor").asks("/api/cases/" + issue.key()).body());

        var reviewed = story.path("decisions").get(1);
        assertThat(reviewed.path("table").asText()).isEqualTo("serviceLevel");
        assertThat(reviewed.path("rule").asText()).isEqualTo("A problem of a gold client");
        assertThat(reviewed.at("/inputs/issueKind").asText()).isEqualTo("PROBLEM");
        assertThat(reviewed.at("/inputs/tier").asText()).isEqualTo("GOLD");
        assertThat(reviewed.at("/outputs/firstResponseHours").asInt()).isEqualTo(2);
        assertThat(story.at("/decisions/0/inputs").has("issueKind")).isTrue();
        assertThat(story.at("/decisions/0/inputs/issueKind").isNull()).isTrue();

        var firstResponse = StreamSupport.stream(story.path("deadlines").spliterator(), false)
                .filter(deadline -> deadline.path("name").asText().equals("firstResponse"))
                .findFirst()
                .orElseThrow();
        assertThat(firstResponse.path("due").asText())
                .isEqualTo(issue.head().startedAt().plus(2, ChronoUnit.HOURS).toString());
        assertThat(firstResponse.path("why").asText()).startsWith("2 working hours from Mon ");
    }

    @Test
    void thePageReadsTheSame() {
        var issue = theWholeWay();
        var page = new Visitor(port, "auditor").opens("/cases/" + issue.key());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Client issue, version ", "(1.2.0)", "Resolved")
                .contains("Will the posters be there on the first?", "Wonderful, thank you!")
                .contains("Preliminary diagnosis", "The print shop has not confirmed the slot")
                .contains("The second proof round was never in the plan")
                .contains("Rule: <em>A problem of a gold client</em>")
                .contains("2 working hours from Mon ")
                .contains("The case ended: resolved")
                .contains(LONG_VIEW.strip());
    }

    @Test
    void nothingIsOfferedThatAnAuditorMayNotDo() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there?");

        assertThat(new Visitor(port, "auditor").opens("/cases/" + issue.key()).body())
                .doesNotContain("data-api=", "Withdraw the issue");
        assertThat(new Visitor(port, "manager").opens("/cases/" + issue.key()).body())
                .contains("Log a contact", "Hand the case over", "Withdraw the issue");
    }

    @Test
    void theServerRefusesWhatAnAuditorTriesAllTheSame() {
        var issue = cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there?");
        var auditor = new Visitor(port, "auditor");
        var before =
                new Visitor(port, "director").asks("/api/cases/" + issue.key()).body();

        for (var deed : List.of("contacts", "owner", "withdrawal")) {
            assertThat(auditor.posts("/api/cases/" + issue.key() + "/" + deed, "{\"reason\":\"I can\"}")
                            .statusCode())
                    .as(deed)
                    .isEqualTo(403);
        }
        assertThat(auditor.opens("/issues/new").statusCode()).isEqualTo(403);
        assertThat(auditor.fillsIn("/issues/new", Map.of("contact", "ceo@birch.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Visitor(port, "director")
                        .asks("/api/cases/" + issue.key())
                        .body())
                .isEqualTo(before);
    }

    private Case theWholeWay() {
        var diagnosis = new HashMap<String, Object>(Map.of(
                "issueKind", "PROBLEM",
                "reallyNeeds", "To know that the launch date holds",
                "unsaid", "none heard",
                "diagnosis", "The print shop has not confirmed the slot",
                "view", LONG_VIEW,
                "confidence", "LOW",
                "course", "CONSULT"));
        diagnosis.put("specialists", Spin.JSON("[]").append("planners"));
        diagnosis.put("whatINeed", "Can we book the other slot?");
        diagnosis.put("toldClient", "I think the date holds; I ask our planners.");
        return cases.mailFrom("ceo@birch.example", "The launch", "Will the posters be there on the first?")
                .does("manager", "diagnoseIssue", diagnosis)
                .does(
                        "planner",
                        "giveOpinion",
                        Map.of(
                                "verdict", "CORRECTS",
                                "finding", "The second proof round was never in the plan",
                                "recommendation", "Book the slot today"))
                .does(
                        "manager",
                        "replyToClient",
                        Map.of(
                                "stance", "VIEW",
                                "position", "The launch date holds.",
                                "replyText", "We booked the slot this morning."))
                .clientWrites("Wonderful, thank you!")
                .does("manager", "confirmResolution", Map.of("resolution", "CONFIRMED", "purposeMet", "YES"))
                .does(
                        "manager",
                        "captureLesson",
                        Map.of(
                                "cause", "SCHEDULE",
                                "sign", "No written confirmation from the print shop",
                                "whatToDo", "Ask for it in writing a week before"))
                .endsAs(Status.RESOLVED);
    }

    private static JsonNode step(JsonNode story, String id) {
        return StreamSupport.stream(story.path("steps").spliterator(), false)
                .filter(step -> step.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No step " + id));
    }

    private static List<String> texts(JsonNode list, String field) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(row -> row.path(field).asText())
                .toList();
    }
}
