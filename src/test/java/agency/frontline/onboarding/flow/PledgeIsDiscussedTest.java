package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.pledge.Pledge;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A pledge is discussed until it is accepted")
class PledgeIsDiscussedTest {

    @Autowired
    private Cases cases;

    @Autowired
    private Pledges pledges;

    @Test
    @DisplayName("twice: each version is kept with what the client said, and the last one holds (C-61)")
    void twice() {
        var client = cases.clientLike("BIRCH").code();
        var onboarding = asFarAsPledge(cases, client, false);
        assertThat(onboarding.shown("manager", "agreeServicePledge", "pledgeSent"))
                .isEqualTo(false);
        onboarding.does("manager", "agreeServicePledge", pledge(onboarding));
        assertThat((String) onboarding.shown("manager", "agreeServicePledge", "pledgeText"))
                .startsWith("Version 1 is with the client since");

        onboarding.refuses(
                "manager", "agreeServicePledge", new HashMap<>(Map.of("pledgeOutcome", "DISCUSS_AGAIN")), "clientWish");
        var otherwise = pledge(onboarding);
        otherwise.putAll(Map.of(
                "pledgeOutcome", "DISCUSS_AGAIN", "clientWish", "Mails within two hours, please.", "emailHours", 2));
        onboarding.does("manager", "agreeServicePledge", otherwise).waitsAt("agreeServicePledge");
        assertThat(onboarding.shown("manager", "agreeServicePledge", "lastWishText"))
                .isEqualTo("Mails within two hours, please.");
        assertThat(onboarding.variable("emailHours")).isEqualTo(2);

        onboarding.refuses(
                "manager", "agreeServicePledge", new HashMap<>(Map.of("pledgeOutcome", "ACCEPTED")), "acceptedBy");
        onboarding.does("manager", "agreeServicePledge", accepted(onboarding)).endsAs(Status.RESOLVED);
        assertThat(pledges.versions(client))
                .extracting(Pledge::state)
                .containsExactly(Pledge.State.DISCUSSED, Pledge.State.ACCEPTED);
        assertThat(pledges.inForce(client).orElseThrow().version()).isEqualTo(2);
        assertThat(onboarding.toClient())
                .filteredOn(mail -> mail.purpose().equals("sendServicePledge"))
                .hasSize(2);
    }

    @Test
    @DisplayName("the client answers the mail: it stands on the form, and the owner is told")
    void theClientAnswers() {
        var onboarding = asFarAsPledge(cases, cases.clientLike("BIRCH").code(), false);
        onboarding.does("manager", "agreeServicePledge", pledge(onboarding));
        onboarding.clientWrites("Yes, that is what we want.").waitsAt("agreeServicePledge");
        assertThat((String) onboarding.shown("manager", "agreeServicePledge", "clientWords"))
                .contains("Yes, that is what we want.");
        assertThat(onboarding.told("manager")).contains("clientAnsweredDeliverable");
        onboarding.does("manager", "agreeServicePledge", accepted(onboarding)).endsAs(Status.RESOLVED);
    }

    @Test
    @DisplayName("a pledge with nothing in it is none")
    void empty() {
        var onboarding = asFarAsPledge(cases, cases.clientLike("BIRCH").code(), false);
        var none = new HashMap<String, Object>(Map.of("emailHours", "soon", "decider", ""));
        onboarding.refuses("manager", "agreeServicePledge", none, "emailHours", "decider");
    }
}
