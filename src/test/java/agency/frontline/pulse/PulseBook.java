package agency.frontline.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.casefile.OpenMatters;
import agency.frontline.casefile.OpenMatters.Matter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the book of pulses promises, told once for each database. */
abstract class PulseBook {

    private static final AtomicInteger CASES = new AtomicInteger();

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final List<Matter> open = new ArrayList<>();
    private final MovableClock clock = new MovableClock();
    private final Pulses pulses;

    private String client;
    private String jane;

    PulseBook(DataSource database) {
        jdbc = JdbcClient.create(database);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        OpenMatters matters = client -> open;
        pulses = new Pulses(jdbc, List.of(matters), clock);
    }

    @BeforeEach
    void aClientIsThere() {
        client = "CLIENT" + CASES.incrementAndGet();
        jane = "jane@" + client + ".example";
        jdbc.sql(
                        """
                        insert into fl_client (client_code, name, tier, type, time_zone, holiday_calendar, languages,
                            account_manager, director, ethos_channels, ethos_jargon, version)
                        values (:code, :code, 'GOLD', 'RETAINER', 'UTC', 'PL', 'en', 'manager', 'director', '', '', 0)
                        """)
                .param("code", client)
                .update();
    }

    @Test
    void anAnswerIsKeptWithTheWordsAndTheFirstOneStands() {
        var pulse = sent(jane);

        assertThat(pulses.answer(pulse, new Scores(9, 8, 7), "Well done")).isTrue();
        assertThat(pulses.answer(pulse, new Scores(0, 0, 0), "No")).isFalse();

        assertThat(pulses.last(jane)).hasValueSatisfying(last -> {
            assertThat(last.businessKey()).isEqualTo(pulse);
            assertThat(last.scores()).isEqualTo(new Scores(9, 8, 7));
            assertThat(last.words()).isEqualTo("Well done");
            assertThat(last.answeredAt()).isEqualTo(clock.now);
        });
    }

    @Test
    void theLastAnswerCountsAndThoseOfTheClientStandTheNewestFirst() {
        var first = sent(jane);
        pulses.answer(first, new Scores(3, 3, 3), "");
        clock.pass(Duration.ofDays(40));
        var second = sent(jane);
        pulses.answer(second, new Scores(9, 9, 9), "");
        clock.pass(Duration.ofDays(1));
        var chris = sent("chris@" + client + ".example");
        pulses.answer(chris, new Scores(8, 8, 8), "");

        assertThat(pulses.last(jane).orElseThrow().isHigh()).isTrue();
        assertThat(pulses.lastOfClient(client).orElseThrow().businessKey()).isEqualTo(chris);
        assertThat(pulses.answersOfClient(client, clock.now.minus(Duration.ofDays(30))))
                .extracting(Pulse::businessKey)
                .containsExactly(chris, second);
    }

    @Test
    void eachMailHasATokenOfItsOwnThatOpensThePulse() {
        var pulse = sent(jane);
        var invitation = pulses.drawToken(pulse);
        var reminder = pulses.drawToken(pulse);

        assertThat(reminder).isNotEqualTo(invitation);
        for (var token : List.of(invitation, reminder)) {
            assertThat(pulses.opens(token)).map(Pulse::businessKey).contains(pulse);
        }
        assertThat(pulses.opens("AAAAAAAAAAAAAAAAAAAAAA")).isEmpty();
    }

    @Test
    void noAnswerCountsOnceItIsClosedOrItsTimeIsOver() {
        var late = sent(jane);
        clock.pass(Duration.ofDays(10));
        assertThat(pulses.takesAnswer(pulses.find(late).orElseThrow())).isFalse();
        assertThat(pulses.answer(late, new Scores(9, 9, 9), "")).isFalse();

        var closed = sent(jane);
        pulses.close(closed);
        assertThat(pulses.answer(closed, new Scores(9, 9, 9), "")).isFalse();
        assertThat(pulses.last(jane)).isEmpty();
    }

    @Test
    void whoWasAskedIsKnownWithTheDayAndWhatIsOpenAtTheirClient() {
        var before = sent(jane);
        clock.pass(Duration.ofDays(12));
        open.add(new Matter("ISS-1", "QUESTION"));
        open.add(new Matter("ISS-2", "ANGER"));
        open.add(new Matter("ISS-3", "QUESTION"));

        var limits = limits(opened(jane));

        assertThat(limits.daysSinceLast()).isEqualTo(12);
        assertThat(limits.lastAsked()).isEqualTo(before);
        assertThat(limits.openKinds()).isEqualTo("ANGER, QUESTION");
        assertThat(limits(opened("new@" + client + ".example")).daysSinceLast()).isNull();
    }

    /** Two cases of one contact end at once: the second finds out only when the first has decided. */
    @Test
    void nobodyIsAskedTwiceByTwoCasesThatEndAtOnce() throws Exception {
        var first = opened(jane);
        var second = opened(jane);
        var decided = new CountDownLatch(1);
        var deciding = new CountDownLatch(1);
        var one = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            pulses.limits(pulses.find(first).orElseThrow());
            deciding.countDown();
            await(decided);
            pulses.sent(first, schedule());
        }));
        await(deciding);
        var other = CompletableFuture.supplyAsync(() -> limits(second));
        assertThat(other.isDone()).isFalse();
        decided.countDown();

        one.get(10, TimeUnit.SECONDS);
        assertThat(other.get(10, TimeUnit.SECONDS).lastAsked()).isEqualTo(first);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private Limits limits(String businessKey) {
        return transaction.execute(
                status -> pulses.limits(pulses.find(businessKey).orElseThrow()));
    }

    private String sent(String contact) {
        var key = opened(contact);
        pulses.sent(key, schedule());
        return key;
    }

    private Schedule schedule() {
        return new Schedule(clock.now, clock.now.plus(Duration.ofDays(5)), clock.now.plus(Duration.ofDays(10)));
    }

    private String opened(String contact) {
        var key = "PLS-TEST-" + CASES.incrementAndGet();
        jdbc.sql(
                        """
                        insert into fl_case (business_key, process, process_instance_id, client, subject, status, started_at)
                        values (:key, 'satisfactionPulse', :key, :client, 'Pulse', 'OPEN', now())
                        """)
                .param("key", key)
                .param("client", client)
                .update();
        pulses.open(key, client, contact, null);
        return key;
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2027-02-08T09:30:00Z");

        private void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
