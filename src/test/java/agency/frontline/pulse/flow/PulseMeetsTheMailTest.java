package agency.frontline.pulse.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.casefile.Status;
import agency.frontline.mail.MailRefused;
import agency.frontline.mail.MailTroubles;
import agency.frontline.pulse.Pulses;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Refusal;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@FlowStory
@DisplayName("What the mail does with a pulse: it comes back, or somebody answers by mail instead of tapping")
class PulseMeetsTheMailTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    Contacts contacts;

    @Autowired
    Pulses pulses;

    @Autowired
    MailTroubles troubles;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private String jane;
    private Case pulse;

    @BeforeEach
    void janeIsAsked() {
        jane = contacts.jane();
        pulse = cases.started("manager", "satisfactionPulse", Map.of("contact", jane));
    }

    @Test
    void aMailThatComesBackEndsItAndTheAccountManagerMendsTheAddress() {
        var link = Phone.linkIn(pulse.lastToClient());

        comesBack();

        pulse.settle().endsAs(Status.WITHDRAWN);
        assertThat(pulse.outcome("satisfactionPulseOutcome")).isEqualTo("pulseUndelivered");
        assertThat(pulse.noticeTo("manager").text()).contains(jane, "550 no such user");
        assertThat(new Phone(port).opens(link).statusCode()).isEqualTo(410);
    }

    /** Whoever looks after stuck work would send a link that opens nothing; they are told to ask anew instead. */
    @Test
    void aMailThatCameBackIsNotSentOnceMore() {
        jdbc.sql(
                        """
                        update fl_outbox_recipient set state = 'BOUNCED'
                        where outbox in (select id from fl_outbox where business_key = :key)
                        """)
                .param("key", pulse.key())
                .update();
        var stuck = troubles.undelivered().stream()
                .filter(trouble -> pulse.key().equals(trouble.businessKey()))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> troubles.sendAgain(stuck.id(), "owner"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("ask anew");
        troubles.stopSending(stuck.id(), "owner", "They have left");
        assertThat(troubles.undelivered()).doesNotContain(stuck);
    }

    @Test
    void aMailThatComesBackAfterTheAnswerChangesNothing() {
        new Phone(port).answers(Phone.linkIn(pulse.lastToClient()), 9, 9, 9, "");
        pulse.settle().endsAs(Status.RESOLVED);

        comesBack();

        assertThat(pulses.last(jane).orElseThrow().isHigh()).isTrue();
        assertThat(pulse.told("manager")).isEmpty();
    }

    @Test
    void aPersonsReplyIsNoVoteButAnIssueLikeAnyOther() {
        var key = cases.answerTo(pulse, "Ten out of ten. By the way, when do we see the proofs?");

        assertThat(key).startsWith("ISS-");
        assertThat(cases.find(key).settle().variable("issueKind")).isNull();
        assertThat(pulses.last(jane)).isEmpty();
        pulse.waitsAt("reminderDue");
    }

    @Test
    void anAbsenceNoteIsNeitherAVoteNorAnIssue() {
        assertThat(cases.absenceNoteTo(pulse, "I am away until Monday.")).isEqualTo(pulse.key());

        assertThat(pulses.last(jane)).isEmpty();
        assertThat(cases.openCasesOf(jane)).containsExactly(pulse.key());
        pulse.waitsAt("reminderDue");
    }

    @Test
    void theLinkStandsInTheMailAloneAndNotInWhatOurPeopleRead() {
        var token = Phone.linkIn(pulse.lastToClient()).substring("/pulse/".length());

        assertThat(pulse.messages()).singleElement().satisfies(message -> {
            assertThat(message.text()).contains("/pulse/…").doesNotContain(token);
            assertThat(message.html()).doesNotContain(token);
        });
        // The mail has left: its copy in the outbox opens nothing any more.
        assertThat(jdbc.sql("select count(*) from fl_outbox where text like :t or html like :t or secret like :t")
                        .param("t", "%" + token + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from fl_pulse_token where hash = :t")
                        .param("t", token)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private void comesBack() {
        transaction.executeWithoutResult(status ->
                events.publishEvent(new MailRefused(pulse.key(), "sendPulse", "<id>", jane, "550 no such user")));
    }
}
