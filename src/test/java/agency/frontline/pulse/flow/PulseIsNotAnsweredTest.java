package agency.frontline.pulse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.Status;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.pulse.Pulses;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("A contact who does not answer is reminded once, and left in peace after ten days")
class PulseIsNotAnsweredTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pulses pulses;

    @Autowired
    CaseNotes notes;

    private Phone phone;
    private String jane;

    @BeforeEach
    void janeHasAPhone() {
        phone = new Phone(port);
        jane = contacts.jane();
    }

    @Test
    void oneReminderHalfWayAndNothingAfterTenDays() {
        var pulse = asked();
        var monday = cases.now();
        // Saturday is no day of theirs, so the reminder waits for Monday morning.
        assertThat(pulse.timer("reminderDue"))
                .isEqualTo(monday.plus(Duration.ofDays(7)).minus(Duration.ofMinutes(30)));

        pulse.rings("reminderDue");

        assertThat(pulse.toClient()).extracting(OutgoingMail::purpose).containsExactly("sendPulse", "remindOfPulse");
        assertThat(pulse.timer("answerTimeOver")).isEqualTo(monday.plus(Duration.ofDays(10)));
        pulse.rings("answerTimeOver").endsAs(Status.WITHDRAWN);
        assertThat(pulse.outcome("satisfactionPulseOutcome")).isEqualTo("pulseUnanswered");
        assertThat(pulse.toClient()).hasSize(2);
        assertThat(pulses.last(jane)).isEmpty();
    }

    @Test
    void theReminderHasALinkOfItsOwnAndOneAnswerIsAllTheyGive() {
        var pulse = asked().rings("reminderDue");
        var first = Phone.linkIn(pulse.toClient().get(0));
        var second = Phone.linkIn(pulse.toClient().get(1));
        assertThat(second).isNotEqualTo(first);

        assertThat(phone.answers(second, 9, 9, 9, "")).contains("Thank you");

        pulse.settle().endsAs(Status.RESOLVED);
        assertThat(phone.sends(first, Phone.taps(0, 0, 0, "")).body()).contains("Thank you");
        assertThat(pulses.last(jane).orElseThrow().isHigh()).isTrue();
    }

    @Test
    void anAnswerThatComesTooLateIsToldSoAndChangesNothing() {
        var pulse = asked();
        var link = Phone.linkIn(pulse.lastToClient());
        pulse.rings("reminderDue").rings("answerTimeOver");

        var late = phone.sends(link, Phone.taps(0, 0, 0, "Too late?"));

        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("This question is closed");
        assertThat(pulses.last(jane)).isEmpty();
        assertThat(cases.openCasesOf(jane)).isEmpty();
    }

    @Test
    void aLinkIsOverWithItsTimeEvenWhereTheClockOfTheCaseIsLate() {
        var pulse = asked();
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(Duration.ofDays(10))));

        assertThat(phone.sends(Phone.linkIn(pulse.lastToClient()), Phone.taps(9, 9, 9, ""))
                        .statusCode())
                .isEqualTo(410);
        assertThat(pulses.last(jane)).isEmpty();
    }

    @Test
    void theQuestionWaitsForTheirMorning() {
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(Duration.ofHours(10))));
        var mail = asked().lastToClient();
        assertThat(mail.notBefore()).isEqualTo(at(cases.now(), "09:00").plus(Duration.ofDays(1)));
    }

    @Test
    void whoIsAngryByThenIsNotReminded() {
        var pulse = asked();
        angry(Contacts.colleagueOf(jane));

        pulse.rings("reminderDue");

        assertThat(pulse.toClient()).extracting(OutgoingMail::purpose).containsExactly("sendPulse");
        assertThat(notes.of(pulse.key()))
                .filteredOn(note -> note.kind().equals("PULSE_NOT_REPEATED"))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).contains("ANGER"));
        pulse.rings("answerTimeOver").endsAs(Status.WITHDRAWN);
    }

    private void angry(String contact) {
        cases.mailFrom(contact, "Enough", "This is the third time!")
                .does(
                        "manager",
                        "diagnoseIssue",
                        Map.of(
                                "issueKind", "ANGER",
                                "reallyNeeds", "To be heard",
                                "unsaid", "none heard",
                                "diagnosis", "Three late proofs",
                                "view", "We owe them a visit",
                                "confidence", "HIGH",
                                "course", "ANSWER"));
    }

    private Case asked() {
        return cases.started("manager", "satisfactionPulse", Map.of("contact", jane));
    }

    private static Instant at(Instant day, String time) {
        return Instant.parse(day.toString().substring(0, 10) + "T" + time + ":00Z");
    }
}
