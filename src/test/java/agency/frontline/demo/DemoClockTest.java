package agency.frontline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.frontline.FrontlineTest;
import agency.frontline.demo.ClockApi.Move;
import agency.frontline.mail.Outbox;
import agency.frontline.mail.OutgoingMail;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("The demo clock lets days pass and does on the way what is due, each at its own time")
class DemoClockTest {

    /** Long before anything that other tests have left waiting. */
    private static final Instant START = Instant.parse("2020-03-02T08:00:00Z");

    @Autowired
    ClockApi api;

    @Autowired
    DemoClock demoClock;

    @Autowired
    Clock clock;

    @Autowired
    ProcessEngine engine;

    @Autowired
    Outbox outbox;

    @Autowired
    DemoMailServer mail;

    private String deployment;

    @BeforeEach
    void begin() {
        deployment = engine.getRepositoryService()
                .createDeployment()
                .addModelInstance(
                        "two-timers.bpmn",
                        Bpmn.createExecutableProcess("twoTimers")
                                .camundaHistoryTimeToLive(1)
                                .startEvent("begun")
                                .intermediateCatchEvent("anHour")
                                .timerWithDuration("PT1H")
                                .intermediateCatchEvent("twoHoursMore")
                                .timerWithDuration("PT2H")
                                .endEvent("over")
                                .done())
                .deploy()
                .getId();
        ClockUtil.setCurrentTime(Date.from(START));
        engine.getIdentityService().setAuthentication("admin", List.of("camunda-admin"));
    }

    @AfterEach
    void end() {
        engine.getIdentityService().clearAuthentication();
        ClockUtil.reset();
        engine.getManagementService().deleteProperty("frontline.demo.clock.offset");
        engine.getRepositoryService().deleteDeployment(deployment, true);
    }

    @Test
    void everyTimerRingsAtItsOwnTime() {
        var instance = started();

        var shown = api.advance(new Move("PT4H")).now();

        assertThat(shown).isBetween(START.plus(Duration.ofHours(4)), START.plus(Duration.ofHours(5)));
        assertThat(endOf(instance, "anHour"))
                .isBetween(START.plus(Duration.ofHours(1)), START.plus(Duration.ofHours(2)));
        assertThat(endOf(instance, "twoHoursMore"))
                .isBetween(START.plus(Duration.ofHours(3)), START.plus(Duration.ofHours(4)));
    }

    @Test
    void whatIsNotDueYetWaits() {
        var instance = started();

        api.advance(new Move("PT2H"));

        engine.getIdentityService().clearAuthentication();
        assertThat(engine.getRuntimeService().getActiveActivityIds(instance)).containsExactly("twoHoursMore");
    }

    @Test
    void aLetterLeavesInTheMorningItWasMeantFor() {
        var address = UUID.randomUUID() + "@clock.example";
        var morning = START.plus(Duration.ofHours(24));
        outbox.send(new OutgoingMail(
                address,
                null,
                "sendReply",
                List.of(new Mailbox(address, null)),
                "Tomorrow",
                "Hello",
                null,
                false,
                true,
                morning));

        api.advance(new Move("PT23H"));
        assertThat(mail.mailbox(address).mails()).isEmpty();

        api.advance(new Move("P2D"));
        assertThat(mail.mailbox(address).mails()).singleElement().satisfies(got -> assertThat(got.receivedAt())
                .isBetween(morning, morning.plus(Duration.ofHours(1))));
    }

    @Test
    void theClockGoesOnRunningAndARestartFindsItThere() {
        var shown = api.advance(new Move("P3D")).now();
        assertThat(api.now().now()).isAfterOrEqualTo(shown);

        ClockUtil.reset();
        demoClock.postProcessEngineBuild(engine);

        assertThat(clock.instant()).isBetween(shown.minus(Duration.ofSeconds(1)), shown.plus(Duration.ofHours(1)));
    }

    @Test
    void whoeverWasLoggedInStaysSo() {
        api.advance(new Move("PT1M"));

        assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId())
                .isEqualTo("admin");
    }

    @Test
    void theJobExecutorRestsMeanwhileAndGoesOnAfterwards() {
        var instance = started();
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        executor.start();
        try {
            api.advance(new Move("PT4H"));

            assertThat(executor.isActive()).isTrue();
            assertThat(endOf(instance, "twoHoursMore"))
                    .isBetween(START.plus(Duration.ofHours(3)), START.plus(Duration.ofHours(4)));
        } finally {
            executor.shutdown();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-PT1H", "PT0S", "four hours", "", "4h", "P93D", "PT99999999999999999999H", "P1M", "PT4H; drop"})
    void aNonsenseMoveIsRefused(String advance) {
        var refused = catchThrowableOfType(Refusal.class, () -> api.advance(new Move(advance)));

        assertThat(refused.kind()).isEqualTo(Refusal.Kind.BAD_INPUT);
        assertThat(refused.errors()).extracting(Refusal.FieldError::field).containsExactly("advance");
        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void onlyAdministratorsMoveIt() {
        engine.getIdentityService().setAuthentication("manager", List.of("account-managers"));

        assertThatThrownBy(() -> api.advance(new Move("PT1H")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
        assertThatThrownBy(api::now).isInstanceOf(Refusal.class);
    }

    private String started() {
        var identity = engine.getIdentityService();
        var person = identity.getCurrentAuthentication();
        identity.clearAuthentication();
        try {
            return engine.getRuntimeService()
                    .startProcessInstanceByKey("twoTimers")
                    .getId();
        } finally {
            identity.setAuthentication(person);
        }
    }

    private Instant endOf(String instance, String event) {
        engine.getIdentityService().clearAuthentication();
        return engine.getHistoryService()
                .createHistoricActivityInstanceQuery()
                .processInstanceId(instance)
                .activityId(event)
                .singleResult()
                .getEndTime()
                .toInstant();
    }
}
