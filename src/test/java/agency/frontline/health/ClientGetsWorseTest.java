package agency.frontline.health;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Promises;
import agency.frontline.client.Client;
import agency.frontline.pulse.flow.Phone;
import agency.frontline.story.Case;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricDecisionInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("A client's health follows what we do for them, and says which three facts made it")
class ClientGetsWorseTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    CaseRegister register;

    @Autowired
    Promises promises;

    @Autowired
    ClientHealth health;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HistoryService history;

    @Test
    void aClientNothingHasHappenedWithIsGreenAndThatIsSaid() {
        var client = cases.clientLike("BIRCH");
        var now = health.of(client.code());
        assertThat(now.colour()).isEqualTo(Colour.GREEN);
        assertThat(now.facts())
                .containsExactly(
                        "No promise fell due in 90 days",
                        "Nobody answered a pulse in 90 days",
                        "No correction noted in 90 days");
        assertThat(now.computedAt()).isEqualTo(cases.now());
    }

    @Test
    void aBrokenPromiseMakesItAmberAndABadPulseOnTopRedUntilAQuarterHasPassed() {
        var client = cases.clientLike("BIRCH");
        touchBase(client)
                .does("manager", "prepareTouchBase", Map.of("touchBaseAction", "SKIP", "reason", "A quiet week"));
        var issue = cases.mailFrom(ceo(client), "The posters", "When do they come?");
        promise(issue, "A first proof", true);
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.GREEN);
        assertThat(health.of(client.code()).facts())
                .containsExactly(
                        "1 of 1 promise kept in 90 days",
                        "0 of 1 issue came back in 90 days",
                        "0 of 1 touch-base held in 90 days");

        promise(issue, "A second proof", false);
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.AMBER);
        assertThat(health.of(client.code()).facts())
                .containsExactly(
                        "1 of 2 promises kept in 90 days",
                        "0 of 1 touch-base held in 90 days",
                        "0 of 1 issue came back in 90 days");

        pulse(client, 8, 7, 5, "I wait and wait.");
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.RED);
        assertThat(health.of(client.code()).facts())
                .containsExactly(
                        "1 of 2 promises kept in 90 days",
                        "Lowest pulse score 5 of 10, from one person in 90 days",
                        "0 of 1 touch-base held in 90 days");

        later(Duration.ofDays(91));
        assertThat(health.of(client.code()).colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void whoeverIsAboutToSpeakWithThemReadsHowTheyAre() {
        var client = cases.clientLike("BIRCH");
        assertThat(touchBase(client).shown("manager", "prepareTouchBase", "lastPulseText"))
                .as("nobody was ever asked")
                .isNull();
        pulse(client, 9, 8, 3, "I never know\nwhere we are.");
        var touchBase = touchBase(client);
        assertThat((String) touchBase.shown("manager", "prepareTouchBase", "healthText"))
                .startsWith("Red: Lowest pulse score 3 of 10, from one person in 90 days; ");
        assertThat((String) touchBase.shown("manager", "prepareTouchBase", "lastPulseText"))
                .startsWith(client.contacts().get(0).name() + " on " + touchBase.day(0))
                .endsWith("of 10: service 9, work 8, feeling 3; “I never know where we are.”");
        assertThat(decisionsIn(touchBase.head().processInstanceId()))
                .as("looking is no decision in the case")
                .isEmpty();
    }

    @Test
    void theRhythmAsksForARedClientSooner() {
        var red = cases.clientLike("BIRCH");
        var green = cases.clientLike("BIRCH");
        cases.mailFrom(ceo(red), "Hello", "A word from us.");
        cases.mailFrom(ceo(green), "Hello", "A word from us.");
        pulse(red, 2, 2, 2, "This does not work.");
        tick();
        assertThat(touchBases(red)).as("they spoke today").isZero();
        later(Duration.ofDays(2));
        var tick = tick();
        assertThat(touchBases(red)).isEqualTo(1);
        assertThat(touchBases(green)).isZero();
        assertThat(decisionsIn(tick))
                .extracting(HistoricDecisionInstance::getDecisionDefinitionKey)
                .contains("touchBaseRhythm");
    }

    private Iterable<HistoricDecisionInstance> decisionsIn(String instance) {
        return history.createHistoricDecisionInstanceQuery()
                .processInstanceId(instance)
                .unlimitedList();
    }

    private void promise(Case issue, String what, boolean kept) {
        var id = promises.make(
                issue.key(), issue.head().client(), what, "manager", cases.now().plus(Duration.ofHours(1)));
        if (kept) {
            promises.end(id, "KEPT", "Sent");
        }
        later(Duration.ofHours(2));
    }

    private void pulse(Client client, int service, int work, int feeling, String words) {
        var pulse = cases.started("manager", "satisfactionPulse", Map.of("contact", ceo(client)));
        new Phone(port).answers(Phone.linkIn(pulse.lastToClient()), service, work, feeling, words);
        pulse.settle();
    }

    private Case touchBase(Client client) {
        return cases.started("manager", "touchBase", Map.of("contact", ceo(client)));
    }

    private long touchBases(Client client) {
        return register.openOfClient(client.code()).stream()
                .filter(head -> head.process().equals("touchBase"))
                .count();
    }

    private static String ceo(Client client) {
        return client.contacts().get(0).email();
    }

    private static void later(Duration time) {
        ClockUtil.setCurrentTime(
                Date.from(ClockUtil.getCurrentTime().toInstant().plus(time)));
    }

    /** What the hourly timer starts; returns the instance's id. */
    private String tick() {
        var instance = runtime.startProcessInstanceByKey("planTouchBases").getId();
        for (Job job = ready(instance); job != null; job = ready(instance)) {
            management.executeJob(job.getId());
        }
        return instance;
    }

    private Job ready(String instance) {
        return management.createJobQuery().processInstanceId(instance).messages().unlimitedList().stream()
                .findFirst()
                .orElse(null);
    }
}
