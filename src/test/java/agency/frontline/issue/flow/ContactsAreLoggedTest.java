package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.issue.flow.IssueApi.Contacted;
import agency.frontline.issue.flow.IssueApi.Said;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Refused;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("What is said outside mail counts like a mail")
class ContactsAreLoggedTest {

    @Autowired
    Cases cases;

    @Autowired
    IssueApi api;

    @Autowired
    Clock clock;

    @Test
    void aCallOfOursEndsTheFirstClock() {
        var issue = opened();
        log("manager", issue, Said.WE_SAID, Channel.PHONE, "I called: the date holds.", null);
        assertThat(issue.deadline("firstResponse").metAt()).isEqualTo(clock.instant());
        assertThat(issue.timer("firstResponseOverdue")).isNull();
        assertThat(issue.task("diagnoseIssue", "manager").getDueDate().toInstant())
                .isEqualTo(issue.timer("updateDue"));
        issue.waitsAt("diagnoseIssue");
    }

    @Test
    void aTextOfOursIsNoFirstAnswer() {
        var issue = opened();
        log("manager", issue, Said.WE_SAID, Channel.TEXT, "On it.", null);
        assertThat(issue.deadline("firstResponse").metAt()).isNull();
    }

    @Test
    void aCallFromBeforeTheirMessageAnswersNothing() {
        var issue = opened();
        log(
                "manager",
                issue,
                Said.WE_SAID,
                Channel.PHONE,
                "We spoke last week.",
                clock.instant().minusSeconds(600_000));
        assertThat(issue.deadline("firstResponse").metAt()).isNull();
    }

    @Test
    @DisplayName("a moment of no use is refused by its field (D09)")
    void aContactTookPlaceInThisCentury() {
        var issue = opened();
        for (var moment : List.of(Instant.MIN, Instant.parse("1999-12-31T23:59:59Z"), Instant.MAX)) {
            assertThat(Refused.by(() -> log("manager", issue, Said.CLIENT_SAID, Channel.PHONE, "Well.", moment)))
                    .containsOnlyKeys("at");
        }
    }

    @Test
    void whatTheClientSaidOnThePhoneWakesTheCase() {
        var issue = opened().does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply());
        log("manager", issue, Said.CLIENT_SAID, Channel.PHONE, "All is well.", null);
        issue.waitsAt("confirmResolution");
        assertThat(issue.timer("updateDue")).isNotNull();
        assertThat(issue.head().status()).isEqualTo(Status.OPEN);
        issue.does("manager", "confirmResolution", confirmed()).endsAs(Status.RESOLVED);
    }

    @Test
    void aSpecialistWhoWasAskedLogsOnlyWhatTheClientSaid() {
        var issue = opened();
        assertThat(Refused.refusal(() -> log("planner", issue, Said.CLIENT_SAID, Channel.VIDEO, "It is the lid.", null))
                        .kind())
                .as("nobody asked the planner")
                .isEqualTo(Refusal.Kind.NOT_FOUND);
        issue.does("manager", "diagnoseIssue", consult("QUESTION", "planners"));
        log("planner", issue, Said.CLIENT_SAID, Channel.VIDEO, "They told me it is about the lid.", null);
        assertThat(issue.told("manager")).contains("clientWroteAgain");
        assertThat(Refused.refusal(() -> log("planner", issue, Said.WE_SAID, Channel.PHONE, "I said so.", null))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_ALLOWED);
    }

    @Test
    void aContactHasAllItsParts() {
        var issue = opened();
        assertThat(Refused.by(() -> cases.as(
                        "manager", () -> api.contacted(issue.key(), new Contacted(null, null, null, " ", null)))))
                .containsOnlyKeys("direction", "channel", "text");
        assertThat(Refused.by(() -> log(
                        "manager",
                        issue,
                        Said.WE_SAID,
                        Channel.PHONE,
                        "Later.",
                        clock.instant().plusSeconds(60))))
                .containsOnlyKeys("at");
    }

    @Test
    void anotherManagersCaseIsNotThere() {
        var issue = opened();
        assertThat(Refused.refusal(() -> log("manager2", issue, Said.WE_SAID, Channel.PHONE, "Hello.", null))
                        .kind())
                .isEqualTo(Refusal.Kind.NOT_FOUND);
    }

    private void log(String user, Case issue, Said who, Channel channel, String words, @Nullable Instant at) {
        cases.as(user, () -> api.contacted(issue.key(), new Contacted(who, channel, null, words, at)));
        issue.settle();
    }

    private Case opened() {
        return cases.mailFrom("ceo@birch.example", "Lid", "Does the lid fit?");
    }
}
