package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.Forms.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.flow.Contacts;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName(
        "When an issue is settled its contact is asked how we are doing, and the issue does not wait for the answer")
class IssueEndsInAPulseTest {

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pulses pulses;

    @Test
    void itCountsAsResolvedAtOnceAndTheQuestionIsACaseOfItsOwn() {
        var jane = contacts.jane();
        var issue = settled(jane);
        var resolvedAt = cases.now();

        issue.waitsAt("askForPulse").endsAs(Status.RESOLVED);
        assertThat(issue.head().endedAt()).isEqualTo(resolvedAt);
        var pulse = cases.openOf(jane);
        assertThat(pulse.key()).startsWith("PLS-");
        assertThat(pulses.find(pulse.key()).orElseThrow().askedAfter()).isEqualTo(issue.key());
        assertThat(pulse.toClient()).hasSize(1);

        pulse.rings("reminderDue").rings("answerTimeOver");

        assertThat(issue.outcome("satisfactionPulseOutcome")).isEqualTo("pulseUnanswered");
        assertThat(issue.outcome("clientIssueOutcome")).isEqualTo("issueResolved");
        assertThat(issue.head().status()).isEqualTo(Status.RESOLVED);
        assertThat(issue.head().endedAt()).as("ten days change no measure").isEqualTo(resolvedAt);
    }

    @Test
    void aMessageThatComesBeforeTheAnswerOpensALinkedIssue() {
        var issue = settled(contacts.jane());

        var next = cases.find(cases.answerTo(issue, "One more thing.")).settle();

        assertThat(next.key()).startsWith("ISS-").isNotEqualTo(issue.key());
        assertThat(next.head().reopens()).isEqualTo(issue.key());
        assertThat(next.variable("reopenings")).isEqualTo(1);
        issue.waitsAt("askForPulse");
    }

    @Test
    void whereNobodyMayBeAskedItEndsAltogether() {
        var jane = contacts.jane();
        settled(jane);
        cases.openOf(jane);

        var second = settled(jane);
        cases.openCasesOf(jane).forEach(key -> cases.find(key).settle());

        assertThat(second.outcome("satisfactionPulseOutcome")).isEqualTo("pulseNotSent");
        assertThat(second.outcome("clientIssueOutcome")).isEqualTo("issueResolved");
        second.endsAs(Status.RESOLVED);
    }

    @Test
    void anOpenPromiseKeepsItOpenWhateverTheAnswerToTheQuestion() {
        var jane = contacts.jane();
        var issue = cases.mailFrom(jane, "Proofs", "When do we see them?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"));
        issue.does(
                        "manager",
                        "replyToClient",
                        with(reply(), "promises", promise("The proofs", "manager", issue.day(3))))
                .clientWrites("Thank you.")
                .does("manager", "confirmResolution", confirmed())
                .waitsAt("askForPulse", "keepPromise");
        assertThat(issue.head().status().isEnded()).isFalse();

        issue.does("manager", "keepPromise", with(Map.of("promiseOutcome", "KEPT")))
                .waitsAt("askForPulse")
                .endsAs(Status.RESOLVED);
        assertThat(issue.head().endedAt()).isEqualTo(cases.now());
    }

    @Test
    void whoWasAngryMayBeAskedOnceItIsSettled() {
        var jane = contacts.jane();
        var issue = cases.mailFrom(jane, "Enough", "This is the third time!")
                .does("manager", "diagnoseIssue", diagnosis("ANGER"))
                .does("manager", "replyToClient", reply())
                .clientWrites("Thank you for coming.")
                .does("manager", "confirmResolution", with(confirmed(), "moodBefore", 1, "moodAfter", 4))
                .does("manager", "captureLesson", lesson());

        issue.endsAs(Status.RESOLVED);
        assertThat(cases.openOf(jane).toClient()).hasSize(1);
    }

    @Test
    void itsClocksAreSilentWhileTheQuestionIsOpen() {
        var issue = settled(contacts.jane());
        var said = issue.toClient().size();
        var told = issue.notices().size();

        issue.after(Duration.ofDays(9));

        assertThat(issue.toClient()).hasSize(said);
        assertThat(issue.notices()).hasSize(told);
    }

    private Case settled(String contact) {
        return cases.mailFrom(contact, "A question", "How many hours are left?")
                .does("manager", "diagnoseIssue", diagnosis("QUESTION"))
                .does("manager", "replyToClient", reply())
                .clientWrites("Thank you!")
                .does("manager", "confirmResolution", confirmed());
    }
}
