package agency.frontline.pulse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.Status;
import agency.frontline.pulse.Pulses;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Nobody is asked too often, or while their company is angry or at risk; the case says why")
class PulseIsNotSentTest {

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pulses pulses;

    @Autowired
    CaseNotes notes;

    @Test
    void notTwiceWithinThirtyDaysAndAgainAfterThem() {
        var jane = contacts.jane();
        var first = asked(jane);
        later(Duration.ofDays(29));

        var second = asked(jane);

        refused(second, "ASKED_LATELY", "They were asked 29 days ago, in " + first.key() + ".");
        later(Duration.ofDays(1));
        assertThat(asked(jane).toClient()).hasSize(1);
    }

    @Test
    void whoWasAskedForTomorrowMorningIsNotAskedOnceMoreTonight() {
        var jane = contacts.jane();
        later(Duration.ofHours(10));
        asked(jane);

        refused(asked(jane), "ASKED_LATELY", "They were asked 0 days ago");
    }

    @Test
    void eachPersonIsAPersonOfTheirOwn() {
        var jane = contacts.jane();
        asked(jane);

        assertThat(asked(Contacts.colleagueOf(jane)).toClient()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ANGER", "ACCOUNT_AT_RISK"})
    void notWhileTheirCompanyIsAngryOrAtRisk(String kind) {
        var jane = contacts.jane();
        var issue = issue(Contacts.colleagueOf(jane), kind);

        refused(asked(jane), "ISSUE_OPEN", issue.key() + " (" + kind + ")");
    }

    @Test
    void aQuestionThatIsOpenForbidsNothing() {
        var jane = contacts.jane();
        issue(jane, "QUESTION");

        assertThat(asked(jane).toClient()).hasSize(1);
    }

    @Test
    void whoNeverGotItMayBeAskedAgain() {
        var jane = contacts.jane();
        pulses.returned(asked(jane).key());

        assertThat(asked(jane).toClient()).hasSize(1);
    }

    @Test
    void nobodyIsAskedWhomTheManagerDoesNotKnow() {
        assertThat(cases.refusesToStart("manager", "satisfactionPulse", Map.of("contact", "nobody@nowhere.example")))
                .containsKey("contact");
        assertThat(cases.refusesToStart("manager2", "satisfactionPulse", Map.of("contact", contacts.jane())))
                .containsKey("contact");
    }

    private void refused(Case pulse, String verdict, String why) {
        pulse.endsAs(Status.WITHDRAWN);
        assertThat(pulse.outcome("satisfactionPulseOutcome")).isEqualTo("pulseNotSent");
        assertThat(pulse.outcome("pulseVerdict")).isEqualTo(verdict);
        assertThat(pulse.toClient()).isEmpty();
        assertThat(pulses.find(pulse.key()).orElseThrow().notSent()).contains(why);
        assertThat(notes.of(pulse.key()))
                .filteredOn(note -> note.kind().equals("PULSE_NOT_SENT"))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains(why));
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    private Case issue(String contact, String kind) {
        return cases.mailFrom(contact, "Enough", "This is the third time!")
                .does(
                        "manager",
                        "diagnoseIssue",
                        Map.of(
                                "issueKind", kind,
                                "reallyNeeds", "To be heard",
                                "unsaid", "none heard",
                                "diagnosis", "Three late proofs",
                                "view", "We owe them a visit",
                                "confidence", "HIGH",
                                "course", "ANSWER"));
    }

    private Case asked(String contact) {
        return cases.started("manager", "satisfactionPulse", Map.of("contact", contact));
    }
}
