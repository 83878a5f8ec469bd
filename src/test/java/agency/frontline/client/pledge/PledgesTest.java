package agency.frontline.client.pledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.client.Channel;
import agency.frontline.client.pledge.Pledge.State;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A pledge starts from the tier, is discussed, and holds from the client's yes on")
class PledgesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Autowired
    Cases cases;

    @Autowired
    Pledges pledges;

    @Autowired
    AgreedTerms agreed;

    @Test
    void discussedTwiceAndThenAccepted() {
        var client = cases.clientLike("BIRCH");
        var offered = pledges.proposed(client);
        assertThat(offered.responseHours()).containsEntry(Channel.EMAIL, 4);

        var fields = offered.rows();
        fields.put("decider", client.contacts().get(0).email());
        var first = pledges.draft(
                client, PledgeTerms.from(new Answers(fields::get), client.contacts()), "manager", "ONB-2026-00001");
        assertThat(first.state()).isEqualTo(State.DRAFT);
        assertThat(pledges.sent(client.code(), 1).state()).isEqualTo(State.SENT);
        pledges.answered(client.code(), 1, said("pledgeOutcome", "DISCUSS_AGAIN", "clientWish", "Mails in 3 hours!"));
        assertThat(agreed.of(client.code())).isEmpty();

        fields.put("emailHours", "3");
        pledges.draft(client, PledgeTerms.from(new Answers(fields::get), client.contacts()), "manager", null);
        pledges.sent(client.code(), 2);
        pledges.answered(
                client.code(), 2, said("pledgeOutcome", "DISCUSS_AGAIN", "clientWish", "And speak less often."));

        fields.put("rhythmDays", "14");
        pledges.draft(client, PledgeTerms.from(new Answers(fields::get), client.contacts()), "manager", null);
        fields.put("rhythmDays", "21");
        var third = pledges.draft(
                client, PledgeTerms.from(new Answers(fields::get), client.contacts()), "manager", "ONB-2026-00001");
        assertThat(third.version())
                .as("the draft that nobody saw is written anew")
                .isEqualTo(3);
        pledges.sent(client.code(), 3);
        pledges.answered(client.code(), 3, said("pledgeOutcome", "ACCEPTED", "acceptedBy", "Odile Quist"));

        assertThat(agreed.of(client.code())).hasValueSatisfying(pledge -> {
            assertThat(pledge.terms().responseHours()).containsEntry(Channel.EMAIL, 3);
            assertThat(pledge.terms().rhythmDays()).isEqualTo(21);
            assertThat(pledge.inWords())
                    .isEqualTo("version 3 of the client's pledge, accepted by Odile Quist on 2026-03-02");
        });
        assertThat(pledges.versions(client.code()))
                .extracting(Pledge::state)
                .containsExactly(State.DISCUSSED, State.DISCUSSED, State.ACCEPTED);
        assertThatThrownBy(() -> pledges.answered(
                        client.code(), 3, said("pledgeOutcome", "ACCEPTED", "acceptedBy", "Odile Quist")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.TOO_LATE));
    }

    private static PledgeAnswer said(String... fields) {
        var answers =
                fields.length == 4 ? Map.of(fields[0], fields[1], fields[2], fields[3]) : Map.of(fields[0], fields[1]);
        return PledgeAnswer.from(new Answers(answers::get), List.of(), TODAY);
    }
}
