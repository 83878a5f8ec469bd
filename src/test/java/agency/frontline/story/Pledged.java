package agency.frontline.story;

import agency.frontline.client.Client;
import agency.frontline.client.pledge.Pledge;
import agency.frontline.client.pledge.PledgeAnswer;
import agency.frontline.client.pledge.PledgeAnswer.Outcome;
import agency.frontline.client.pledge.PledgeTerms;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.text.Answers;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What has been agreed with a client before a story begins. */
@Component
public class Pledged {

    private final Pledges pledges;
    private final Clock clock;

    Pledged(Pledges pledges, Clock clock) {
        this.pledges = pledges;
        this.clock = clock;
    }

    /** The client's first contact has accepted what their tier offers, with these terms changed. */
    public Pledge accepts(Client client, Map<String, Object> changed) {
        var sent = offered(client, changed);
        var who = client.contacts().get(0);
        var today = LocalDate.ofInstant(clock.instant(), client.timeZone());
        return pledges.answered(
                client.code(),
                sent.version(),
                new PledgeAnswer(Outcome.ACCEPTED, who.name(), who.email(), today, null));
    }

    /** The same, without an answer so far. */
    public Pledge offered(Client client, Map<String, Object> changed) {
        var fields = pledges.proposed(client).rows();
        fields.put("decider", client.contacts().get(0).email());
        fields.putAll(changed);
        var draft =
                pledges.draft(client, PledgeTerms.from(new Answers(fields::get), client.contacts()), "manager", null);
        return pledges.sent(client.code(), draft.version());
    }
}
