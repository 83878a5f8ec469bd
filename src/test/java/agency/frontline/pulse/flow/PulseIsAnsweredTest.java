package agency.frontline.pulse.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.pulse.Pulses;
import agency.frontline.pulse.Scores;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("A contact is asked how we are doing, and answers with three taps")
class PulseIsAnsweredTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pulses pulses;

    private Phone phone;

    @BeforeEach
    void aPhoneIsAtHand() {
        phone = new Phone(port);
    }

    @Test
    void aHappyAnswerIsKeptAndThanked() {
        var jane = contacts.jane();
        var pulse = asked(jane);
        assertThat(pulse.key()).matches("PLS-\\d{4}-\\d{5}");
        assertThat(pulse.head().status()).isEqualTo(Status.WAITING_FOR_CLIENT);
        var mail = pulse.lastToClient();
        assertThat(mail.to()).extracting(to -> to.address()).containsExactly(jane);
        assertThat(mail.automatic()).isTrue();

        assertThat(phone.answers(Phone.linkIn(mail), 9, 10, 9, "Keep going")).contains("Thank you");

        pulse.settle().endsAs(Status.RESOLVED);
        assertThat(pulse.outcome("satisfactionPulseOutcome")).isEqualTo("pulseAnswered");
        assertThat(pulses.last(jane)).hasValueSatisfying(last -> {
            assertThat(last.scores()).isEqualTo(new Scores(9, 10, 9));
            assertThat(last.words()).isEqualTo("Keep going");
            assertThat(last.isHigh()).isTrue();
            assertThat(last.isLow()).isFalse();
            assertThat(pulses.lastOfClient(last.client())).contains(last);
        });
    }

    @Test
    void anUnhappyAnswerBecomesAnIssueOfTheirAccountManagerAndTheDirectorHearsOfIt() {
        var jane = contacts.jane();
        var pulse = asked(jane);
        phone.answers(Phone.linkIn(pulse.lastToClient()), 8, 9, 6, "I never know where we are.");

        pulse.settle().endsAs(Status.RESOLVED);
        var issue = cases.openOf(jane);
        assertThat(issue.key()).startsWith("ISS-");
        assertThat(issue.head().owner()).isEqualTo("manager");
        assertThat(issue.variable("issueKind")).isEqualTo("ANXIETY");
        issue.waitsAt("diagnoseIssue");
        assertThat(issue.messages())
                .filteredOn(message -> message.direction() == Direction.IN)
                .singleElement()
                .extracting(Message::text)
                .asString()
                .contains("Service 8 of 10", "work 9 of 10", "feels 6 of 10", "I never know where we are.");
        assertThat(issue.told("director")).containsExactly("pulseLow");
        assertThat(issue.noticeTo("director").text()).contains("Jane Doe", "I never know where we are.");
        // A person answers, so that they know who looks after it.
        assertThat(issue.lastToClient().text()).contains("I am looking after it myself");
    }

    @Test
    void anUnhappyAnswerJoinsTheIssueThatIsOpenAlready() {
        var jane = contacts.jane();
        var pulse = asked(jane);
        var issue = cases.mailFrom(jane, "The invoice", "It is higher than agreed.");

        phone.answers(Phone.linkIn(pulse.lastToClient()), 3, 3, 3, "And nobody calls back.");
        pulse.settle().endsAs(Status.RESOLVED);
        issue.settle();

        assertThat(cases.openOf(jane).key()).isEqualTo(issue.key());
        assertThat(issue.messages())
                .filteredOn(message -> message.direction() == Direction.IN)
                .last()
                .extracting(Message::text)
                .asString()
                .contains("Service 3 of 10", "And nobody calls back.");
        assertThat(issue.told("director")).containsExactly("pulseLow");
        assertThat(issue.told("manager")).contains("clientWroteAgain");
    }

    @Test
    void theFirstAnswerStands() {
        var jane = contacts.jane();
        var pulse = asked(jane);
        var link = Phone.linkIn(pulse.lastToClient());
        phone.answers(link, 9, 9, 9, "");

        assertThat(phone.sends(link, Phone.taps(0, 0, 0, "Changed my mind")).body())
                .contains("Thank you");

        assertThat(pulses.last(jane).orElseThrow().scores()).isEqualTo(new Scores(9, 9, 9));
        assertThat(pulses.last(jane).orElseThrow().words()).isNull();
    }

    private Case asked(String contact) {
        return cases.started("manager", "satisfactionPulse", Map.of("contact", contact));
    }
}
