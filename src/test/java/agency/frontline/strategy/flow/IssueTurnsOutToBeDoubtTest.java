package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.Doubts.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("What began as an issue or a talk turns out to be doubt about the plan")
class IssueTurnsOutToBeDoubtTest {

    @Autowired
    Cases cases;

    @Autowired
    Doubts doubts;

    @Test
    void theIssueIsClosedWhenTheClientSaysThatThePlanIsSettled() {
        var client = doubts.withPlan();
        var issue =
                cases.mailFrom(ceo(client), "Where is SEO?", "I did not see it in the plan. Are we on the right way?");
        issue.does("manager", "diagnoseIssue", diagnosis()).waitsAt("resetStrategy");
        var reset = resetOf(client).waitsAt("listenToClient");
        assertThat(reset.head().owner()).isEqualTo(issue.head().owner());
        assertThat(reset.variable("parentCase")).isEqualTo(issue.key());
        assertThat((String) reset.variable("clientWords")).contains("I did not see it in the plan");
        assertThat(reset.messages()).as("the issue has kept it").isEmpty();
        reset.does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("HOLDS"))
                .does("manager", "showHowPlanHolds", sheet())
                .does("manager", "recordDecision", decided(reset, client))
                .endsAs(Status.RESOLVED);
        issue.settle().waitsAt("confirmResolution");
        // The letter came from the reset; whoever answers it speaks of the issue all the same.
        assertThat(cases.answerTo(reset, "Thank you, that helps.")).isEqualTo(issue.key());
        assertThat(issue.messages()).last().extracting("text").isEqualTo("Thank you, that helps.");
        assertThat(issue.variable("strategyResetOutcome")).isEqualTo("planHeld");
        issue.does("manager", "confirmResolution", form("resolution", "CONFIRMED", "purposeMet", "YES"))
                .endsAs(Status.RESOLVED);
    }

    @Test
    void aTalkInWhichTheClientDoubtsThePlanOpensItsReset() {
        var client = doubts.withPlan();
        var talk = cases.started("manager", "touchBase", form("contact", ceo(client)))
                .does("manager", "prepareTouchBase", form())
                .does(
                        "manager",
                        "holdTouchBase",
                        form(
                                "channel",
                                "VISIT",
                                "attendees",
                                list(ceo(client), "manager"),
                                "clientSaid",
                                "All fine, but where is SEO?",
                                "worry",
                                "I do not see SEO anywhere in the plan.",
                                "planDoubted",
                                true,
                                "sendSummary",
                                false));
        var reset = resetOf(client).waitsAt("listenToClient");
        assertThat(talk.outcome("openedReset")).isEqualTo(reset.key());
        assertThat(reset.variable("parentCase")).isEqualTo(talk.key());
        assertThat(reset.variable("clientWords")).isEqualTo("I do not see SEO anywhere in the plan.");
        assertThat(cases.openOfClient(client.code(), "clientIssue")).isEmpty();
    }

    @Test
    void anEmergencyIsAnsweredFirst() {
        var client = doubts.withPlan();
        var issue =
                cases.mailFrom(ceo(client), "Where is SEO?", "The board meets in an hour. Are we on the right way?");
        issue.does("manager", "diagnoseIssue", form("emergency", true, "emergencyReason", "The board meets in an hour"))
                .does(
                        "manager",
                        "triageEmergency",
                        form("specialists", list("planners"), "whatINeed", "One sentence on SEO for the board"))
                .refuses("manager", "diagnoseIssue", with(diagnosis(), "emergency", true), "course");
    }

    private Case resetOf(Client client) {
        return cases.openOfClient(client.code(), "strategyReset").get(0);
    }

    private static Map<String, Object> diagnosis() {
        return form(
                "issueKind", "QUESTION",
                "reallyNeeds", "To trust the plan again before the board meets",
                "unsaid", "none heard",
                "diagnosis", "A lost proposal has shaken what she bought into",
                "view", "It is in there under another name",
                "confidence", "MEDIUM",
                "course", "RESET_STRATEGY");
    }
}
