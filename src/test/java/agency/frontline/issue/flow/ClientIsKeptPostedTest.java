package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client hears from us every few working hours while the ball is ours")
class ClientIsKeptPostedTest {

    @Autowired
    Cases cases;

    @Test
    void anUpdateStandsReadyAndOneClickSendsIt() {
        var issue = opened().rings("updateDue").waitsAt("diagnoseIssue", "sendUpdate");
        assertThat(issue.told("manager")).contains("updateDue");
        assertThat(issue.variable("updateText")).asString().contains("Packaging");
        issue.refuses("manager", "sendUpdate", with(Map.of("updateText", " ")), "updateText");
        issue.does("manager", "sendUpdate", with(Map.of("updateText", issue.variable("updateText"))));
        assertThat(issue.lastToClient().purpose()).isEqualTo("sendUpdate");
        assertThat(issue.timer("updateDue")).as("the next one is owed").isAfter(cases.now());
        assertThat(issue.deadline("nextUpdate").due()).isEqualTo(issue.timer("updateDue"));
    }

    @Test
    void ourAnswerMakesTheUpdateNeedless() {
        var issue = opened().rings("updateDue").waitsAt("diagnoseIssue", "sendUpdate");
        issue.does("manager", "diagnoseIssue", diagnosis("QUESTION")).does("manager", "replyToClient", reply());
        assertThat(issue.open("sendUpdate")).isZero();
        assertThat(issue.timer("updateDue")).as("the ball is the client's").isNull();
        assertThat(issue.variable("nextUpdateBy")).isNull();
    }

    @Test
    void theClockStartsAgainWithTheClientsWord() {
        var issue = opened().does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply())
                .clientWrites("And the lid?");
        assertThat(issue.timer("updateDue")).isNotNull();
        assertThat(issue.task("confirmResolution", "manager").getDueDate().toInstant())
                .isEqualTo(issue.timer("updateDue"));
        issue.does("manager", "confirmResolution", with(Map.of("resolution", "STILL_OPEN")));
        assertThat(issue.task("replyToClient", "manager").getDueDate().toInstant())
                .as("after the first answer a reply is due when the next word is")
                .isEqualTo(issue.timer("updateDue"));
    }

    @Test
    void thereIsNeverASecondRequestForTheSameUpdate() {
        var issue = opened().rings("updateDue").clientWrites("Hello?").after(Duration.ofDays(20));
        assertThat(issue.open("sendUpdate")).isEqualTo(1);
        issue.does("manager", "sendUpdate", with(Map.of("updateText", "Still at it.")));
        assertThat(issue.timer("updateDue")).isNotNull();
    }

    private Case opened() {
        return cases.mailFrom("marketing@birch.example", "Packaging", "Is the new box ready?");
    }
}
