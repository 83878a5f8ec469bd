package agency.frontline.client.plan;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.plan.PlanDraft.Room;
import agency.frontline.client.plan.UsageTable.Latest;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/** What holds whatever other tools report of a plan of 120 hours and 15000 pounds in two items. */
@Label("How much of a plan is used up")
class PlanUsePropertiesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Plan PLAN = new Plan(
            "BIRCH",
            1,
            PlanDraft.from(SomePlan.complete(), new Room(null, Set.of(), List.of(), DAY, DAY)),
            "manager",
            Instant.EPOCH,
            null);

    private static Latest said(LocalDate asOf, int hours, int money, int progress, @Nullable LocalDate forecast) {
        return new Latest(asOf, BigDecimal.valueOf(hours), BigDecimal.valueOf(money), progress, forecast);
    }

    @Property(tries = 300)
    @Label("is all of it only when nothing is left, and is what the worse of hours and money says")
    void isRoundedDown(@ForAll @IntRange(max = 300) int hours, @ForAll @IntRange(max = 40000) int money) {
        var use = PlanUse.of(PLAN, Map.of(UsageTable.PLAN, said(DAY, hours, money, 50, null)));

        assertThat(use.usedPercent() >= 100).isEqualTo(hours >= 120 || money >= 15000);
        assertThat(use.usedPercent()).isEqualTo(Math.max(use.hoursPercent(), use.moneyPercent()));
        assertThat(use.hoursLeft().add(use.hoursUsed())).isEqualByComparingTo("120");
        assertThat(use.moneyLeft().add(use.moneyUsed())).isEqualByComparingTo("15000");
    }

    @Property(tries = 300)
    @Label("adds up from the items, and counts their progress by their hours")
    void addsUp(
            @ForAll @IntRange(max = 200) int one,
            @ForAll @IntRange(max = 200) int other,
            @ForAll @IntRange(max = 100) int done,
            @ForAll @IntRange(max = 100) int doneOther) {
        var use = PlanUse.of(
                PLAN, Map.of("W1", said(DAY, one, 0, done, null), "W2", said(DAY, other, 0, doneOther, null)));

        assertThat(use.hoursUsed()).isEqualByComparingTo(String.valueOf(one + other));
        assertThat(use.progress()).isEqualTo((40 * done + 80 * doneOther) / 120);
        assertThat(use.progress() == 100).isEqualTo(done == 100 && doneOther == 100);
    }

    @Property(tries = 200)
    @Label("of the plan as a whole counts unless an item was reported later")
    void theNewerWordHolds(@ForAll @IntRange(min = -5, max = 5) int daysLater) {
        var latest = new HashMap<String, Latest>();
        latest.put(UsageTable.PLAN, said(DAY, 90, 0, 80, null));
        latest.put("W1", said(DAY.plusDays(daysLater), 10, 0, 10, null));

        var use = PlanUse.of(PLAN, latest);

        assertThat(use.hoursUsed()).isEqualByComparingTo(daysLater > 0 ? "10" : "90");
        assertThat(use.asOf()).isEqualTo(daysLater > 0 ? DAY.plusDays(daysLater) : DAY);
    }

    @Property(tries = 200)
    @Label("shows what is late: an item that is not done and looks later than agreed")
    void showsWhatIsLate(@ForAll @IntRange(min = -30, max = 30) int days, @ForAll @IntRange(max = 100) int done) {
        var due = PLAN.workItems().get(0).due();
        var use = PlanUse.of(PLAN, Map.of("W1", said(DAY, 0, 0, done, due.plusDays(days))));

        assertThat(use.late().isEmpty()).isEqualTo(days <= 0 || done == 100);
        assertThat(use.endsLate()).as("the campaign ends after it anyway").isFalse();
    }

    @Property(tries = 200)
    @Label("keeps what was spent on something that is not in the plan any more")
    void whatWasSpentWasSpent(@ForAll @IntRange(max = 100) int hours) {
        var use = PlanUse.of(PLAN, Map.of("W9", said(DAY, hours, 0, 100, null)));

        assertThat(use.hoursUsed()).isEqualByComparingTo(String.valueOf(hours));
        assertThat(use.progress()).isZero();
    }
}
