package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.Onboarding.*;
import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.casefile.Status;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("A client who withdraws is let go cleanly")
class ClientWithdrawsTest {

    @Autowired
    private Cases cases;

    @Autowired
    private List<CaseWithdrawal> withdrawals;

    @Autowired
    private CaseRegister register;

    @Test
    @DisplayName("before the documents are settled: their reviews end, and nobody has a task left")
    void amongTheDocuments() {
        var code = cases.newCode("ELM");
        var onboarding = asFarAsDocuments(cases, code, "RETAINER");
        assertThat(cases.openOfClient(code, "deliverableReview")).hasSize(2);
        withdraw(onboarding, "They merge with somebody who has an agency.");
        onboarding.endsAs(Status.WITHDRAWN);
        assertThat(register.openOfClient(code)).isEmpty();
        assertThat(onboarding.outcome("clientOnboardingOutcome")).isEqualTo("onboardingWithdrawn");
        assertThat(onboarding.outcome("reason")).isEqualTo("They merge with somebody who has an agency.");
        assertThat(onboarding.toClient())
                .as("there was no invitation to take back")
                .isEmpty();
    }

    @Test
    @DisplayName("afterwards no rhythm runs for them, until they come back and are taken on from the beginning")
    void afterwards() {
        var code = cases.newCode("ELM");
        withdraw(asFarAsDocuments(cases, code, "RETAINER"), "Not this year.");
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(Duration.ofDays(14))));
        cases.morning();
        assertThat(cases.openOfClient(code, "touchBase")).isEmpty();

        var again = cases.started(
                "manager",
                "clientOnboarding",
                new HashMap<>(Map.of("client", code, "purpose", "This year after all.")));
        again.waitsAt("registerClient");
        assertThat(again.variable("existingClient")).isEqualTo(false);
    }

    @Test
    @DisplayName("with the kick-off in everybody's calendar: it is taken out again (F12)")
    void beforeTheKickOff() {
        var client = cases.clientLike("CEDAR").code();
        var onboarding = knownAsFarAsKickOff(client);
        var invited = onboarding.lastToClient();
        assertThat(invited.subject()).startsWith("Spotkanie otwierające");
        assertThat(onboarding.variable("kickOffTitle")).isEqualTo(invited.subject());
        assertThat((String) onboarding.variable("letterTitle")).startsWith("Oferta: ");
        withdraw(onboarding, "The money is gone.");
        onboarding.endsAs(Status.WITHDRAWN);
        assertThat(onboarding.lastToClient().text()).contains("się nie odbędzie");
        assertThat(calendarOf(onboarding))
                .contains(
                        "METHOD:CANCEL",
                        "SEQUENCE:1",
                        uid(invited.files().get(0).content()));
    }

    @Test
    @DisplayName("in the first months: the talk that was planned is off, and its invitation with it")
    void inTheFirstMonths() {
        var client = cases.clientLike("BIRCH").code();
        var onboarding = knownAsFarAsKickOff(client);
        onboarding.after(Duration.ofDays(8));
        onboarding.does("manager", "attendKickOff", new HashMap<>(Map.of("kickOffResult", "HELD")));
        onboarding.after(Duration.ofDays(9));
        var talk = cases.openOfClient(client, "touchBase").get(0);
        talk.does(
                "manager",
                "prepareTouchBase",
                new HashMap<>(Map.of(
                        "touchBaseAction", "HOLD", "inviteClient", true, "plannedStart", talk.day(4) + "T10:00:00Z")));
        withdraw(onboarding, "They were bought.");
        onboarding.endsAs(Status.WITHDRAWN);
        assertThat(talk.head().status()).isEqualTo(Status.WITHDRAWN);
        assertThat(calendarOf(talk)).contains("METHOD:CANCEL");
        assertThat(register.openOfClient(client)).isEmpty();
    }

    private Case knownAsFarAsKickOff(String client) {
        var onboarding = asFarAsPledge(cases, client, true);
        onboarding.does("manager", "agreeServicePledge", pledge(onboarding));
        onboarding.does("manager", "agreeServicePledge", accepted(onboarding));
        return onboarding.waitsAt("scheduleKickOff").does("manager", "scheduleKickOff", kickOff(onboarding, 7));
    }

    private void withdraw(Case onboarding, String reason) {
        withdrawals.stream()
                .filter(each -> each.knows(onboarding.head().process()))
                .forEach(each -> each.withdraw(onboarding.head(), reason));
        onboarding.settle();
    }

    private static String calendarOf(Case of) {
        return new String(of.lastToClient().files().get(0).content(), StandardCharsets.UTF_8);
    }

    private static String uid(byte[] calendar) {
        return new String(calendar, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("UID:"))
                .findFirst()
                .orElseThrow();
    }
}
