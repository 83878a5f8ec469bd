package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("The first answer is promised in working hours, and every delay is told once")
class FirstResponseIsWatchedTest {

    @Autowired
    Cases cases;

    @Autowired
    ProcessEngine engine;

    @Test
    void fourWorkingHoursFromFridayAfternoonSkipTheBankHoliday() {
        // Friday 30 April 2027, 16:00 in London; Monday is a bank holiday. Birch works 9:00–12:30 and 13:30–17:30.
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-04-30T15:00:00Z")));
        var issue = cases.mailFrom("ceo@birch.example", "Late", "A question before the weekend.");
        assertThat(issue.deadline("firstResponse").due()).isEqualTo("2027-05-04T10:30:00Z");
        assertThat(issue.deadline("firstResponse").why()).contains("4 working hours", "Fri", "16:00", "Mon", "holiday");
        assertThat(issue.shown("manager", "diagnoseIssue", "respondByText"))
                .asString()
                .contains("Tue 4 May, 11:30", "Europe/London");
        assertThat(issue.task("diagnoseIssue", "manager").getDueDate().toInstant())
                .isEqualTo("2027-05-04T10:30:00Z");
    }

    @Test
    void atRiskAndOverdueGoToTheOwnerAndTwoWorkingHoursLaterToTheDirector() {
        var issue = cases.mailFrom("ceo@birch.example", "Nobody answers", "Is anybody there?");
        var due = issue.deadline("firstResponse").due();
        assertThat(issue.timer("firstResponseOverdue")).isEqualTo(due);
        issue.after(Duration.ofDays(3));
        assertThat(issue.told("manager"))
                .containsSubsequence("firstResponseAtRisk", "firstResponseOverdue")
                .doesNotHaveDuplicates();
        assertThat(issue.told("director")).containsExactly("firstResponseStillOverdue");
    }

    @Test
    void aTextOfABronzeClientHasTwoHoursAndIsAtRiskAfterThreeQuarters() {
        // 9:00 in New York
        var nine = engineNow()
                .atZone(ZoneId.of("America/New_York"))
                .toLocalDate()
                .atTime(9, 0)
                .atZone(ZoneId.of("America/New_York"))
                .toInstant();
        ClockUtil.setCurrentTime(Date.from(nine));
        var issue = cases.logged(
                "manager2",
                with(Map.of(
                        "contact", "brand@maple.example",
                        "channel", "TEXT",
                        "subject", "Menu board",
                        "clientWords", "Can we have it by noon?")));
        assertThat(issue.timer("firstResponseAtRisk")).isEqualTo(nine.plus(Duration.ofMinutes(90)));
        assertThat(issue.timer("firstResponseOverdue")).isEqualTo(nine.plus(Duration.ofHours(2)));
    }

    @Test
    void aTimerThatRingsTwiceTellsOnce() throws Exception {
        var issue = cases.mailFrom("ceo@birch.example", "Twice", "Is anybody there?");
        var job = issue.timerOf("firstResponseAtRisk").getId();
        var barrier = new CyclicBarrier(2);
        var rings = Stream.of(1, 2)
                .map(n -> CompletableFuture.runAsync(() -> {
                    try {
                        barrier.await();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    engine.getManagementService().executeJob(job);
                }))
                .toList();
        var lost = 0;
        for (var ring : rings) {
            try {
                ring.get(60, TimeUnit.SECONDS);
            } catch (ExecutionException second) {
                lost++;
            }
        }
        assertThat(lost).as("one of the two came too late").isEqualTo(1);
        assertThat(issue.told("manager")).containsExactly("firstResponseAtRisk");
    }

    @Test
    @DisplayName(
            "the clock jumps back an hour, then three days ahead: nothing rings twice, and overdue is told once (C18)")
    void theClockJumps() {
        var issue = cases.mailFrom("ceo@birch.example", "Jump", "Is anybody there?");
        var due = issue.deadline("firstResponse").due();
        issue.rings("firstResponseAtRisk");
        assertThat(issue.told("manager")).containsExactly("firstResponseAtRisk");

        ClockUtil.setCurrentTime(Date.from(engineNow().minus(Duration.ofHours(1))));
        issue.after(Duration.ofMinutes(50));
        assertThat(issue.told("manager")).as("told after the jump back").containsExactly("firstResponseAtRisk");
        assertThat(issue.deadline("firstResponse").due())
                .as("what was promised")
                .isEqualTo(due);

        ClockUtil.setCurrentTime(Date.from(engineNow().plus(Duration.ofDays(3))));
        issue.after(Duration.ZERO);
        issue.after(Duration.ZERO);
        assertThat(issue.told("manager"))
                .as("told after the jump ahead")
                .containsOnlyOnce("firstResponseAtRisk", "firstResponseOverdue")
                .doesNotHaveDuplicates();
        assertThat(issue.told("director")).containsExactly("firstResponseStillOverdue");

        ClockUtil.setCurrentTime(Date.from(engineNow().minus(Duration.ofHours(1))));
        issue.after(Duration.ofHours(2));
        assertThat(issue.told("manager")).as("told after both").doesNotHaveDuplicates();
        assertThat(issue.told("director")).containsExactly("firstResponseStillOverdue");
    }

    @Test
    void theFirstAnswerStopsTheClocksAndTheAcknowledgementDoesNot() {
        var issue = cases.mailFrom("ceo@birch.example", "Clock", "Will it hold?");
        assertThat(issue.lastToClient().purpose()).isEqualTo("acknowledgeIssue");
        assertThat(issue.head().firstResponseAt()).isNull();
        issue.does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        assertThat(issue.timer("firstResponseOverdue")).isNotNull();
        issue.does("manager", "replyToClient", reply());
        assertThat(issue.head().firstResponseAt()).isNotNull();
        assertThat(issue.deadline("firstResponse").metAt()).isNotNull();
        assertThat(issue.timer("firstResponseAtRisk")).isNull();
        assertThat(issue.timer("firstResponseOverdue")).isNull();
        assertThat(issue.timer("firstResponseStillOverdue")).isNull();
    }

    @Test
    void anAnswerWrittenAtNightLeavesInTheClientsHoursAndCountsThen() {
        var issue = cases.mailFrom("ceo@birch.example", "Late", "Will it hold?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        var night = engineNow().plus(Duration.ofHours(12));
        var morning = engineNow().plus(Duration.ofHours(24)).minus(Duration.ofMinutes(30));
        ClockUtil.setCurrentTime(Date.from(night));
        issue.does("manager", "replyToClient", reply());
        assertThat(issue.head().firstResponseAt()).isNull();
        assertThat(issue.timer("firstResponseOverdue")).isNotNull();
        ClockUtil.setCurrentTime(Date.from(morning));
        issue.settle();
        assertThat(issue.head().firstResponseAt()).isEqualTo(morning);
        assertThat(issue.timer("firstResponseOverdue")).isNull();
    }

    @Test
    void anAnswerThatCannotWaitLeavesAtOnce() {
        var issue = cases.mailFrom("ceo@birch.example", "Late", "Will it hold?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        var night = engineNow().plus(Duration.ofHours(12));
        ClockUtil.setCurrentTime(Date.from(night));
        issue.does("manager", "replyToClient", with(reply(), "moreToReply", true, "sendNow", true));
        assertThat(issue.head().firstResponseAt()).isEqualTo(night);
    }

    @Test
    void aWorseKindBringsTheDateNearerAndABetterOneLeavesIt() {
        var angry = cases.mailFrom("ceo@birch.example", "Enough", "This is the third time.");
        var promised = angry.deadline("firstResponse").due();
        var update = angry.deadline("nextUpdate").due();
        angry.does("manager", "diagnoseIssue", diagnosis("ANGER"));
        assertThat(angry.deadline("firstResponse").due()).isBefore(promised);
        assertThat(angry.timer("firstResponseOverdue"))
                .isEqualTo(angry.deadline("firstResponse").due());
        assertThat(angry.deadline("nextUpdate").due()).isBefore(update);
        assertThat(angry.timer("updateDue"))
                .isEqualTo(angry.deadline("nextUpdate").due());
        assertThat(angry.variable("visitAdvised")).isEqualTo(true);

        var calm = cases.mailFrom("ceo@birch.example", "By the way", "What does it cost?");
        var before = calm.deadline("firstResponse").due();
        calm.does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        assertThat(calm.deadline("firstResponse").due()).isEqualTo(before);
    }

    @Test
    void nothingIsAcknowledgedAfterALiveConversation() {
        var issue = cases.logged(
                "manager",
                with(Map.of(
                        "contact", "ceo@birch.example",
                        "channel", "PHONE",
                        "subject", "A call",
                        "clientWords", "I wonder about the date.")));
        assertThat(issue.toClient()).isEmpty();
        issue.waitsAt("diagnoseIssue");
    }

    private static Instant engineNow() {
        return ClockUtil.getCurrentTime().toInstant();
    }
}
