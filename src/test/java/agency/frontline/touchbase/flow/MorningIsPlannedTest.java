package agency.frontline.touchbase.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Client;
import agency.frontline.notification.HandedIn;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import agency.frontline.story.Pledged;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FlowStory
@DisplayName("Each business morning the clients whose turn it is are found, once")
class MorningIsPlannedTest {

    @Autowired
    Cases cases;

    @Autowired
    CaseRegister register;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    HandedIn handedIn;

    @Autowired
    Pledged pledged;

    @Test
    void aClientNobodySpokeWithIsDueAndTheirManagerHearsOfAllInOneMail() {
        var one = cases.clientLike("BIRCH");
        var other = cases.clientLike("BIRCH");
        var tick = tick();
        assertThat(touchBases(one)).hasSize(1);
        assertThat(touchBases(other)).hasSize(1);
        var morning = handedIn.all().stream()
                .filter(mail -> mail.idempotencyKey().equals(tick + ":morning:manager"))
                .toList();
        assertThat(morning).singleElement().satisfies(mail -> assertThat(mail.text())
                .contains(
                        touchBases(one).get(0).businessKey(),
                        touchBases(other).get(0).businessKey()));
    }

    @Test
    void twiceInADayIsOnceAndAWeekOfStandstillIsOnce() {
        var client = cases.clientLike("BIRCH");
        tick();
        tick();
        assertThat(touchBases(client)).hasSize(1);
        later(Duration.ofDays(7));
        tick();
        assertThat(touchBases(client)).as("the one that is under way").hasSize(1);
        var touchBase = cases.find(touchBases(client).get(0).businessKey());
        touchBase.does("manager", "prepareTouchBase", Map.of("touchBaseAction", "SKIP", "reason", "Ill"));
        tick();
        assertThat(touchBases(client)).as("this turn is over").isEmpty();
        later(Duration.ofDays(7));
        tick();
        assertThat(touchBases(client)).hasSize(1);
    }

    @Test
    void whoeverWasSpokenWithIsNotDueYet() {
        var client = cases.clientLike("BIRCH");
        cases.mailFrom(client.contacts().get(0).email(), "Hello", "A word from us.");
        tick();
        assertThat(touchBases(client)).isEmpty();
        later(Duration.ofDays(7));
        tick();
        assertThat(touchBases(client)).hasSize(1);
    }

    @Test
    void theMorningIsTheClientsOwn() {
        var newYork = cases.clientLike("MAPLE");
        var warsaw = cases.clientLike("CEDAR");
        tick();
        assertThat(touchBases(warsaw)).as("it is half past ten in Warsaw").hasSize(1);
        assertThat(touchBases(newYork)).as("it is half past four in New York").isEmpty();
        later(Duration.ofHours(7));
        tick();
        assertThat(touchBases(newYork)).hasSize(1);
    }

    @Test
    void onAWeekendNobodyIsCalled() {
        var client = cases.clientLike("BIRCH");
        later(Duration.ofDays(5));
        tick();
        assertThat(touchBases(client)).isEmpty();
    }

    @Test
    void theRhythmThatTheClientAcceptedHolds() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("rhythmDays", 3));
        cases.mailFrom(client.contacts().get(0).email(), "Hello", "A word from us.");
        later(Duration.ofDays(2));
        tick();
        assertThat(touchBases(client)).isEmpty();
        later(Duration.ofDays(1));
        tick();
        assertThat(touchBases(client)).hasSize(1);
    }

    @Test
    void aQuieterRhythmHoldsTooAsLongAsAllIsWell() {
        var client = cases.clientLike("BIRCH");
        pledged.accepts(client, Map.of("rhythmDays", 14));
        cases.mailFrom(client.contacts().get(0).email(), "Hello", "A word from us.");
        later(Duration.ofDays(7));
        tick();
        assertThat(touchBases(client)).isEmpty();
        later(Duration.ofDays(7));
        tick();
        assertThat(touchBases(client)).hasSize(1);
    }

    private List<CaseHead> touchBases(Client client) {
        return register.openOfClient(client.code()).stream()
                .filter(head -> head.process().equals("touchBase"))
                .toList();
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
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
        return instance;
    }

    private Job ready(String instance) {
        return management.createJobQuery().processInstanceId(instance).messages().unlimitedList().stream()
                .findFirst()
                .orElse(null);
    }
}
