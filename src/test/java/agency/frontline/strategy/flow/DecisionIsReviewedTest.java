package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.Doubts.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseFacts.Fact;
import agency.frontline.casefile.Status;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.strategy.DecisionHeld;
import agency.frontline.strategy.Resets;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("The day comes on which somebody asks what became of a decision")
class DecisionIsReviewedTest {

    @Autowired
    Cases cases;

    @Autowired
    Doubts doubts;

    @Autowired
    Resets resets;

    @Test
    void theCaseIsClosedLongBeforeAndTheQuestionComesAllTheSame() {
        var client = doubts.withPlan();
        var reset = doubts.phoneRings(client)
                .does("manager", "listenToClient", heard())
                .does("manager", "mapToPlan", mapped("HOLDS"))
                .does("manager", "showHowPlanHolds", sheet());
        var day = reset.day(28);
        reset.does("manager", "recordDecision", decided(reset, client)).endsAs(Status.RESOLVED);
        var review = cases.openOfClient(client.code(), "decisionReview").get(0);
        assertThat(review.key()).matches("RVW-\\d{4}-\\d{5}");
        assertThat(LocalDate.ofInstant(review.timer("reviewDateCame"), client.timeZone()))
                .isEqualTo(day);
        review.rings("reviewDateCame").waitsAt("reviewDecision");
        assertThat(review.variable("riskTaken")).isEqualTo("Another proposal may be lost before April.");
        review.refuses("manager", "reviewDecision", form(), "decisionHeld", "whatCameOfIt")
                .does(
                        "manager",
                        "reviewDecision",
                        form("decisionHeld", "PARTLY", "whatCameOfIt", "One more proposal was lost; enquiries came."))
                .endsAs(Status.RESOLVED);
        assertThat(resets.find(reset.key()).orElseThrow().held()).isEqualTo(DecisionHeld.PARTLY);
        assertThat(resets.of(reset.key()))
                .contains(
                        new Fact("A good decision", "Partly"),
                        new Fact("What came of it", "One more proposal was lost; enquiries came."),
                        new Fact("Seniors had to come in", "No"));
    }
}
