package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.client.ContactProfiles;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client is won and taken on, from the pitch to the rhythm")
class NewClientTest {

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
    @DisplayName("a retainer: people, team, documents beside each other, plan, pledge, kick-off, first months, rhythm")
    void aRetainer() {
        var code = cases.newCode("OAK");
        var onboarding = cases.started("manager", "clientOnboarding", won(code));
        assertThat(onboarding.key()).startsWith("ONB-");
        assertThat(onboarding.head().subject()).isEqualTo("Onboarding of Oak and Sons " + code);
        assertThat(clients.get(code).team().accountManager()).isEqualTo("manager");
        assertThat(onboarding.shown("manager", "registerClient", "progressText"))
                .isEqualTo("0 % done, on track.");
        assertThat(onboarding.variable("mailDomains")).isEqualTo(code.toLowerCase() + ".example");

        onboarding.does("manager", "registerClient", registered("RETAINER"));
        var client = clients.get(code);
        assertThat(client.tier()).isEqualTo(Tier.GOLD);
        assertThat(client.type()).isEqualTo(Type.RETAINER);
        assertThat(client.ethos().jargonToAvoid()).containsExactly("synergy", "leverage");
        assertThat(onboarding.variable("requestsPerDay")).isEqualTo(2);

        onboarding.waitsAt("meetContacts").does("manager", "meetContacts", people(onboarding));
        assertThat(profiles.decider(clients.get(code)).orElseThrow().name()).isEqualTo("Olga Oak" + code);

        onboarding.waitsAt("appointTeam").does("director", "appointTeam", team());
        assertThat(clients.get(code).team().deputy()).isEqualTo("manager2");

        var reviews = cases.openOfClient(code, "deliverableReview");
        assertThat(reviews)
                .extracting(review -> review.head().subject())
                .containsExactlyInAnyOrder(
                        "Letter of proposal: Oak and Sons " + code, "Creative brief: Oak and Sons " + code);
        onboarding.does("manager", "draftScheduleAndBudget", schedule(onboarding));
        assertThat(onboarding.variable("planJudgement")).isEqualTo("REALISTIC");
        for (var review : reviews) {
            approve(review, review.head().subject().startsWith("Letter") ? letter() : brief());
            review.endsAs(Status.RESOLVED);
        }
        onboarding.settle().waitsAt("recordPlanBaseline");
        assertThat(onboarding.variable("moneyAgreed")).isEqualTo("40000");
        onboarding.does("manager", "recordPlanBaseline", plan(onboarding));
        assertThat(plans.latest(code).orElseThrow().version()).isEqualTo(1);

        onboarding.waitsAt("agreeServicePledge").does("manager", "agreeServicePledge", pledge(onboarding));
        onboarding.does("manager", "agreeServicePledge", accepted(onboarding));
        assertThat(pledges.inForce(code)).isPresent();

        onboarding.waitsAt("scheduleKickOff").does("manager", "scheduleKickOff", kickOff(onboarding, 7));
        assertThat(onboarding.lastToClient().subject()).isEqualTo("Kick-off with Oak and Sons " + code);
        assertThat(invitation(onboarding)).contains("METHOD:REQUEST", "SEQUENCE:0", "LOCATION:12 Mill Lane");
        onboarding.waitsAt("attendKickOff").after(Duration.ofDays(7).plusHours(2));
        onboarding.does("manager", "attendKickOff", new HashMap<>(Map.of("kickOffResult", "HELD")));
        assertThat(cases.openOfClient(code, "conferenceReport")).singleElement().satisfies(report -> assertThat(
                        report.head().subject())
                .isEqualTo("Kick-off with Oak and Sons " + code));
        goThroughFirstMonths(onboarding, code);
        onboarding.endsAs(Status.RESOLVED);
        assertThat(onboarding.outcome("clientOnboardingOutcome")).isEqualTo("clientOnboarded");
        assertThat(onboarding.outcome("progress")).isEqualTo(100);
        assertThat(onboarding.lastToClient().text()).contains("we speak at least every");
    }

    /** A report, five touch-bases and two pulses; the client never finds the time to answer the pulses. */
    private void goThroughFirstMonths(Case onboarding, String code) {
        var report = cases.openOfClient(code, "conferenceReport").get(0);
        report.does(
                "manager",
                "writeConferenceReport",
                new HashMap<>(Map.of(
                        "attendees",
                        onboarding.variable("attendees"),
                        "decisions",
                        "We begin.",
                        "reportAction",
                        "SEND")));
        for (int weeks = 0; weeks < 21; weeks += 3) {
            onboarding.after(Duration.ofDays(21));
            cases.openOfClient(code, "touchBase").forEach(talk -> talk(onboarding, talk));
            onboarding.settle();
        }
        cases.openOfClient(code, "satisfactionPulse").forEach(asked -> asked.after(Duration.ofDays(40)));
        onboarding.settle();
    }

    private static void talk(Case onboarding, Case talk) {
        talk.does("manager", "prepareTouchBase", new HashMap<>(Map.of("touchBaseAction", "HOLD")));
        talk.does(
                "manager",
                "holdTouchBase",
                new HashMap<>(Map.of(
                        "touchBaseAction", "HOLD",
                        "channel", "PHONE",
                        "clientSaid", "All is well.",
                        "attendees", Spin.JSON("[\"" + onboarding.head().contact() + "\",\"manager\"]"))));
    }

    private static String invitation(Case onboarding) {
        return new String(onboarding.lastToClient().files().get(0).content(), StandardCharsets.UTF_8);
    }
}
