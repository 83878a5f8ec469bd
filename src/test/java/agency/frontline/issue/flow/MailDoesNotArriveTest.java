package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.Channel;
import agency.frontline.mail.MailRefused;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

@FlowStory
@DisplayName("When a mail does not arrive, a person reaches the client another way")
class MailDoesNotArriveTest {

    @Autowired
    Cases cases;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @Test
    void theOwnerIsToldAndSaysHowTheClientHeardIt() {
        var issue = cases.mailFrom("ceo@birch.example", "Lost", "Will it arrive?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        events.publishEvent(new MailRefused(
                issue.key(), "acknowledgeIssue", "<lost@frontline.example>", "ceo@birch.example", "550 no such user"));
        issue.settle().waitsAt("replyToClient", "reachClientAnotherWay");
        assertThat(issue.told("manager")).containsExactly("deliveryFailed");
        assertThat(issue.variable("deliveryProblem")).isEqualTo("550 no such user");

        issue.refuses("manager", "reachClientAnotherWay", with(Map.of()), "reachedBy", "reachedText");
        issue.does(
                        "manager",
                        "reachClientAnotherWay",
                        with(Map.of("reachedBy", "PHONE", "reachedText", "I read it to her.")))
                .waitsAt("replyToClient");
        assertThat(issue.messages()).anySatisfy(message -> {
            assertThat(message.channel()).isEqualTo(Channel.PHONE);
            assertThat(message.text()).isEqualTo("I read it to her.");
        });
        assertThat(issue.deadline("firstResponse").metAt()).isEqualTo(clock.instant());
    }

    @Test
    void anAnswerThatComesBackIsNoFirstResponseAndTheClockRunsOn() {
        var issue = cases.mailFrom("ceo@birch.example", "Lost", "Will it arrive?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply());
        var due = issue.deadline("firstResponse").due();
        var answer = issue.messages().get(issue.messages().size() - 1);
        assertThat(issue.deadline("firstResponse").metAt()).isNotNull();
        assertThat(issue.timer("firstResponseOverdue")).isNull();

        events.publishEvent(
                new MailRefused(issue.key(), "sendReply", answer.messageId(), "ceo@birch.example", "550 no such user"));
        issue.settle().waitsAt("reachClientAnotherWay");
        assertThat(issue.deadline("firstResponse").metAt()).isNull();
        assertThat(issue.head().firstResponseAt()).isNull();
        assertThat(issue.timer("firstResponseOverdue")).isEqualTo(due);

        issue.rings("firstResponseOverdue");
        assertThat(issue.told("manager")).contains("firstResponseOverdue");
        issue.does(
                "manager",
                "reachClientAnotherWay",
                with(Map.of("reachedBy", "PHONE", "reachedText", "I read it to her.")));
        assertThat(issue.deadline("firstResponse").metAt()).isNotNull();
        assertThat(issue.timer("firstResponseStillOverdue")).isNull();
    }

    @Test
    void aNoticeToAColleagueThatBouncesDisturbsNoCase() {
        var issue = cases.mailFrom("ceo@birch.example", "Lost", "Will it arrive?");
        events.publishEvent(new MailRefused(
                issue.key(), "clientWroteAgain", "<lost@frontline.example>", "manager@frontline.example", "full"));
        issue.settle().isNotWaitingAt("reachClientAnotherWay");
    }
}
