package agency.frontline.endcheck.flow;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.endcheck.EndCheck.State;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.story.Cases;
import agency.frontline.story.FlowStory;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FlowStory
@DisplayName("The end of a plan comes by itself, once, and moves with the plan (C-82)")
class EndComesTest {

    @LocalServerPort
    int port;

    @Autowired
    Cases cases;

    @Autowired
    EndChecks checks;

    @Autowired
    Ends ends;

    @Autowired
    List<CaseWithdrawal> withdrawals;

    private Client withPlan(int endsIn) {
        var client = cases.clientLike("BIRCH");
        ends.plan(client, endsIn, "Thirty leads a month");
        return client;
    }

    private void later(Duration time) {
        ClockUtil.setCurrentTime(Date.from(cases.now().plus(time)));
    }

    @Test
    @DisplayName("on the first business day after its last one, and only once however often somebody looks")
    void byItself() {
        var client = withPlan(1);
        ends.hoursPass();
        assertThat(ends.open(client)).isEmpty();
        later(Duration.ofDays(1));
        ends.hoursPass();
        assertThat(ends.open(client)).as("its last day is a day of the plan").isEmpty();

        later(Duration.ofDays(1));
        ends.hoursPass();
        ends.hoursPass();
        later(Duration.ofHours(3));
        ends.hoursPass();

        assertThat(ends.open(client)).singleElement().satisfies(end -> {
            end.waitsAt("answerForAgency");
            assertThat(end.head().contact()).isEqualTo(client.contacts().get(0).email());
            assertThat(end.head().owner()).isEqualTo("manager");
            assertThat(end.toClient()).hasSize(1);
        });
    }

    @Test
    @DisplayName("a plan that ended long ago is let rest")
    void longAgo() {
        var client = withPlan(1);
        later(Duration.ofDays(40));
        ends.hoursPass();
        assertThat(ends.open(client)).isEmpty();
    }

    @Test
    @DisplayName("at a weekend nobody is asked")
    void notAtAWeekend() {
        var client = withPlan(3);
        later(Duration.ofDays(5));
        ends.hoursPass();
        assertThat(ends.open(client)).isEmpty();
        later(Duration.ofDays(2));
        ends.hoursPass();
        assertThat(ends.open(client)).hasSize(1);
    }

    @Test
    @DisplayName(
            "a new version that moves the end takes the question back, and the new end is asked about when it comes")
    void theEndMoves() {
        var client = withPlan(1);
        later(Duration.ofDays(2));
        ends.hoursPass();
        var first = ends.open(client).get(0);
        var link = Ends.linkIn(first.lastToClient());
        var day = ends.today(client);

        ends.moves(client, day.plusDays(5));

        first.settle().endsAs(Status.WITHDRAWN);
        assertThat(first.outcome("planEndCheckOutcome")).isEqualTo("endCheckWithdrawn");
        assertThat(checks.find(first.key()).orElseThrow().state()).isEqualTo(State.MOVED);
        assertThat(ends.opens(port, link).statusCode()).isEqualTo(410);
        ends.hoursPass();
        assertThat(ends.open(client)).isEmpty();
        later(Duration.ofDays(6));
        ends.hoursPass();
        assertThat(ends.open(client)).singleElement().satisfies(second -> assertThat(
                        checks.find(second.key()).orElseThrow().endsOn())
                .isEqualTo(day.plusDays(5)));
    }

    @Test
    @DisplayName("by hand before its day; then nobody is asked again on the day")
    void byHand() {
        var client = withPlan(2);
        var end = ends.asked(client).waitsAt("answerForAgency");

        assertThat(cases.refusesToStart(
                        "manager",
                        "planEndCheck",
                        Map.of("contact", client.contacts().get(0).email())))
                .hasEntrySatisfying("contact", why -> assertThat(why).contains(end.key(), "carry on there"));
        later(Duration.ofDays(3));
        ends.hoursPass();
        assertThat(ends.open(client)).hasSize(1);
    }

    @Test
    @DisplayName("without a plan there is nothing to look back at, and nobody else's client is asked")
    void refused() {
        var client = cases.clientLike("BIRCH");
        var form = Map.<String, Object>of("contact", client.contacts().get(0).email());

        assertThat(cases.refusesToStart("manager", "planEndCheck", form))
                .hasEntrySatisfying("contact", why -> assertThat(why).contains("no plan yet"));
        assertThat(cases.refusesToStart("manager", "planEndCheck", Map.of())).containsOnlyKeys("contact");
        ends.plan(client, 5, "Thirty leads a month");
        assertThat(cases.refusesToStart("manager2", "planEndCheck", form)).containsOnlyKeys("contact");
        ends.hoursPass();
        assertThat(ends.open(client)).isEmpty();
    }

    @Test
    @DisplayName("a client who is gone is asked no more, and what was asked is taken back")
    void theClientIsGone() {
        var client = withPlan(1);
        later(Duration.ofDays(2));
        ends.hoursPass();
        var end = ends.open(client).get(0);
        var flow = withdrawals.stream()
                .filter(known -> known.knows("planEndCheck"))
                .findFirst()
                .orElseThrow();

        flow.withdraw(end.head(), "They closed down");

        end.settle().endsAs(Status.WITHDRAWN);
        assertThat(end.outcome("planEndCheckOutcome")).isEqualTo("endCheckWithdrawn");
        assertThat(checks.find(end.key()).orElseThrow().state()).isEqualTo(State.WITHDRAWN);
        ends.hoursPass();
        assertThat(ends.open(client)).isEmpty();
    }
}
