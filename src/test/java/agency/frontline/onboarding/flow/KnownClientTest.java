package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.client.ContactProfiles;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client who has been with us for long is taken through what was never done with them")
class KnownClientTest {

    @Autowired
    private Cases cases;

    @Autowired
    private Clients clients;

    @Autowired
    private ContactProfiles profiles;

    @Autowired
    private Plans plans;

    @Autowired
    private Pledges pledges;

    @Test
    @DisplayName("registration and documents are not asked again; people, plan and pledge are")
    void onlyWhatIsMissing() {
        var client = cases.clientLike("BIRCH").code();
        var onboarding = cases.started("manager", "clientOnboarding", Map.of("client", client));
        onboarding.waitsAt("meetContacts").isNotWaitingAt("registerClient");
        assertThat(onboarding.variable("existingClient")).isEqualTo(true);
        assertThat(onboarding.variable("kickOffNeeded")).isEqualTo(false);

        onboarding.does("manager", "meetContacts", people(onboarding));
        onboarding.isNotWaitingAt("appointTeam");
        onboarding.waitsAt("recordPlanBaseline").does("manager", "recordPlanBaseline", plan(onboarding));
        onboarding.waitsAt("agreeServicePledge").does("manager", "agreeServicePledge", pledge(onboarding));
        onboarding.waitsAt("agreeServicePledge").does("manager", "agreeServicePledge", accepted(onboarding));
        onboarding.endsAs(Status.RESOLVED);

        assertThat(profiles.isEverybodyMet(clients.get(client))).isTrue();
        assertThat(plans.latest(client)).isPresent();
        assertThat(pledges.inForce(client)).isPresent();
        assertThat(onboarding.outcome("progress")).isEqualTo(100);
    }
}
