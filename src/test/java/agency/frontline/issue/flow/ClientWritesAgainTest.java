package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Status;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client who writes again while we are at it is heard, not queued")
class ClientWritesAgainTest {

    @Autowired
    Cases cases;

    @Autowired
    Clock clock;

    @Test
    void theWordsStandOnTheOpenFormAndTheOwnerIsToldOnce() {
        var issue = cases.mailFrom("ceo@birch.example", "Colour", "The red is wrong.");
        var before = issue.open("diagnoseIssue");
        issue.after(Duration.ofMinutes(10)).clientWrites("And the blue, too.").waitsAt("diagnoseIssue");
        assertThat(issue.open("diagnoseIssue")).isEqualTo(before);
        assertThat(issue.told("manager")).containsExactly("clientWroteAgain");
        assertThat(issue.variable("clientWords").toString())
                .contains("The red is wrong.", "And the blue, too.")
                .matches("(?s).*blue.*red.*");
        assertThat(issue.messages())
                .filteredOn(m -> m.direction() == Direction.IN)
                .hasSize(2);
    }

    @Test
    void theNextUpdateIsOwedFromTheirLastWord() {
        var issue = cases.mailFrom("ceo@birch.example", "Colour", "The red is wrong.");
        var first = issue.timer("updateDue");
        issue.after(Duration.ofHours(1)).clientWrites("And the blue, too.");
        assertThat(issue.timer("updateDue")).isAfter(first);
    }

    @Test
    void aWordThatComesWhileWeAskAgainCountsAsTheirAnswer() {
        var issue = cases.mailFrom("ceo@birch.example", "Colour", "The red is wrong.")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply())
                .rings("followUpDue")
                .clientWrites("Sorry for the silence. It is fine now.")
                .waitsAt("followUp")
                .does("manager", "followUp", with(Map.of("followUpAction", "CLIENT_SPOKE")))
                .waitsAt("confirmResolution");
        assertThat(issue.messages())
                .as("what the client wrote is not written down a second time")
                .filteredOn(m -> m.direction() == Direction.IN)
                .hasSize(2);
        issue.does("manager", "confirmResolution", confirmed()).endsAs(Status.RESOLVED);
    }
}
