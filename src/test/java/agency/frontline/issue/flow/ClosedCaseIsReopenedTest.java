package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.mail.Correspondence;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A message after the end opens a linked case and is never lost")
class ClosedCaseIsReopenedTest {

    @Autowired
    Cases cases;

    @Autowired
    Correspondence correspondence;

    @Test
    void withinFourteenDaysItCountsAsAReopeningAndOwesALesson() {
        var first = closed();
        var second = answerAfter(first, Duration.ofDays(13));
        assertThat(second.key()).isNotEqualTo(first.key());
        assertThat(second.head().reopens()).isEqualTo(first.key());
        assertThat(second.variable("reopenings")).isEqualTo(1);
        assertThat(second.variable("lessonOwed")).isEqualTo(true);
        first.endsAs(Status.RESOLVED);
    }

    @Test
    void laterItIsANewMatterThatKnowsWhereItComesFrom() {
        var first = closed();
        var second = answerAfter(first, Duration.ofDays(15));
        assertThat(second.head().reopens()).isEqualTo(first.key());
        assertThat(second.variable("reopenings")).isEqualTo(0);
        assertThat(second.variable("lessonOwed")).isEqualTo(false);
    }

    private Case answerAfter(Case closed, Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
        return cases.find(cases.answerTo(closed, "It is back.")).settle();
    }

    private Case closed() {
        return cases.mailFrom("ceo@birch.example", "Flicker", "The banner flickers.")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply())
                .clientWrites("It has stopped.")
                .does("manager", "confirmResolution", confirmed())
                .endsAs(Status.RESOLVED);
    }
}
