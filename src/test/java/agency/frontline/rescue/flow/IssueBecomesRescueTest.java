package agency.frontline.rescue.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.rescue.Rescues;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A mail shows that an account is at risk: it is rescued first, and then the client is answered (C-35)")
class IssueBecomesRescueTest {

    @Autowired
    Cases cases;

    @Autowired
    Rescues rescues;

    private Client client;
    private Case issue;

    @BeforeEach
    void theAccountIsAtRisk() {
        client = cases.clientLike("BIRCH");
        issue = cases.mailFrom(client.contacts().get(0).email(), "Our contract", "We invite other agencies.")
                .does(
                        "manager",
                        "diagnoseIssue",
                        Map.of(
                                "issueKind", "ACCOUNT_AT_RISK",
                                "reallyNeeds", "To be sure that we care",
                                "unsaid", "The new board wants another agency",
                                "diagnosis", "They have not seen a senior for a year",
                                "view", "We go there this week",
                                "confidence", "HIGH",
                                "course", "RESCUE"))
                .waitsAt("rescueAccount");
    }

    private Case rescue() {
        return cases.openOfClient(client.code(), "accountRescue").get(0);
    }

    @Test
    void theAnswerFollowsTheRescue() {
        var rescue = rescue().waitsAt("agreeRescuePlan");
        assertThat(rescue.head().subject()).isEqualTo("Our contract");
        assertThat(rescues.find(rescue.key()).orElseThrow()).satisfies(begun -> {
            assertThat(begun.parentCase()).isEqualTo(issue.key());
            assertThat(begun.whatHappened()).isEqualTo("They have not seen a senior for a year");
        });
        assertThat(rescue.told("director")).containsExactly("rescueNeeded");
        assertThat(issue.told("director")).contains("accountAtRisk");

        rescue.does("manager", "agreeRescuePlan", Rescue.plan(rescue))
                .does("manager", "visitClient", Rescue.visit())
                .does("director", "reviewRescue", Rescue.review("STEADY", "The board met us and stays"))
                .endsAs(Status.RESOLVED);

        issue.settle().waitsAt("replyToClient");
        assertThat(issue.variable("accountRescueOutcome")).isEqualTo("accountSteady");
    }

    @Test
    void anIssueThatIsWithdrawnTakesItsRescueAlong(@Autowired RuntimeService runtime) {
        var rescue = rescue();

        runtime.createMessageCorrelation("clientIssue.withdrawn")
                .processInstanceId(issue.head().processInstanceId())
                .correlate();

        rescue.endsAs(Status.WITHDRAWN);
        assertThat(rescues.openAt(client.code())).isEmpty();
    }
}
