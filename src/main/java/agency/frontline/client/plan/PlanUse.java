package agency.frontline.client.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How much of the newest version of a plan is used up and how far the work is (C-30).
 *
 * <p>What was reported for the plan as a whole counts if it is not older than what was reported for its items; else the
 * items add up. Progress of the items counts by their hours where all of them have some, else each the same.
 *
 * @param progress per cent, rounded down, so that only what is finished is 100
 * @param forecast the day by whose end all will be done, as it looks now
 * @param asOf the newest report; null before the first
 */
public record PlanUse(
        Plan plan,
        BigDecimal hoursUsed,
        BigDecimal moneyUsed,
        int progress,
        LocalDate forecast,
        List<ItemUse> items,
        @Nullable LocalDate asOf) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public PlanUse {
        items = List.copyOf(items);
    }

    /**
     * One work item.
     *
     * @param progress per cent
     * @param forecast as reported last, the agreed day where nobody said otherwise
     */
    public record ItemUse(WorkItem item, BigDecimal hoursUsed, BigDecimal moneyUsed, int progress, LocalDate forecast) {

        /** Whether it will be done later than agreed, as it looks now. */
        public boolean isLate() {
            return progress < 100 && forecast.isAfter(item.due());
        }
    }

    /** Hours used, per cent of those agreed, rounded down; may be more than 100. */
    public int hoursPercent() {
        return percent(hoursUsed, plan.budget().hours());
    }

    /** Money used, per cent of what was agreed, rounded down; may be more than 100. */
    public int moneyPercent() {
        return percent(moneyUsed, plan.budget().money());
    }

    /** How far the budget is used up: hours or money, whichever is worse. */
    public int usedPercent() {
        return Math.max(hoursPercent(), moneyPercent());
    }

    /** The items that will be done later than agreed, the one agreed for the earliest day first. */
    public List<ItemUse> late() {
        return items.stream()
                .filter(ItemUse::isLate)
                .sorted(Comparator.comparing((ItemUse use) -> use.item().due())
                        .thenComparing(use -> use.item().id()))
                .toList();
    }

    /** Whether the plan as a whole will be done later than agreed, as it looks now. */
    public boolean endsLate() {
        return progress < 100 && forecast.isAfter(plan.endsOn());
    }

    /** What is left, below zero where more was used than agreed. */
    public BigDecimal hoursLeft() {
        return plan.budget().hours().subtract(hoursUsed);
    }

    /** What is left, below zero where more was used than agreed. */
    public BigDecimal moneyLeft() {
        return plan.budget().money().subtract(moneyUsed);
    }

    /** For colleagues, without a full stop: "90 of 120 hours (75 %) and 9000 of 15000 GBP (60 %) used, 55 % done". */
    public String inWords() {
        return "%s of %s hours (%d %%) and %s of %s %s (%d %%) used, %d %% done"
                .formatted(
                        Amounts.plain(hoursUsed),
                        Amounts.plain(plan.budget().hours()),
                        hoursPercent(),
                        Amounts.plain(moneyUsed),
                        Amounts.plain(plan.budget().money()),
                        plan.budget().currency().getCurrencyCode(),
                        moneyPercent(),
                        progress);
    }

    /** @param latest what was reported last for each work item, and for the whole plan under {@link UsageTable#PLAN} */
    static PlanUse of(Plan plan, Map<String, UsageTable.Latest> latest) {
        var items = plan.workItems().stream()
                .map(item -> use(item, latest.get(item.id())))
                .toList();
        var whole = latest.get(UsageTable.PLAN);
        var reported = latest.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(UsageTable.PLAN))
                .map(Map.Entry::getValue)
                .toList();
        var newest = reported.stream().map(UsageTable.Latest::asOf).max(Comparator.naturalOrder());
        var wholeCounts =
                whole != null && newest.map(day -> !whole.asOf().isBefore(day)).orElse(true);
        var hours = wholeCounts && whole.hours() != null ? whole.hours() : sum(reported, UsageTable.Latest::hours);
        var money = wholeCounts && whole.money() != null ? whole.money() : sum(reported, UsageTable.Latest::money);
        var progress = wholeCounts && whole.progress() != null ? whole.progress() : progress(items);
        var last = items.stream()
                .filter(use -> use.progress() < 100)
                .map(ItemUse::forecast)
                .max(Comparator.naturalOrder())
                .filter(day -> day.isAfter(plan.endsOn()));
        var forecast = wholeCounts && whole.forecast() != null ? whole.forecast() : last.orElse(plan.endsOn());
        var asOf = whole != null && wholeCounts ? whole.asOf() : newest.orElse(null);
        return new PlanUse(plan, hours, money, progress, forecast, items, asOf);
    }

    private static ItemUse use(WorkItem item, UsageTable.@Nullable Latest latest) {
        return new ItemUse(
                item,
                latest == null || latest.hours() == null ? BigDecimal.ZERO : latest.hours(),
                latest == null || latest.money() == null ? BigDecimal.ZERO : latest.money(),
                latest == null || latest.progress() == null ? 0 : latest.progress(),
                latest == null || latest.forecast() == null ? item.due() : latest.forecast());
    }

    /** What was spent on an item that is not in the plan any more was spent nevertheless. */
    private static BigDecimal sum(
            List<UsageTable.Latest> reported, Function<UsageTable.Latest, @Nullable BigDecimal> amount) {
        return reported.stream().map(amount).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static int progress(List<ItemUse> items) {
        if (items.isEmpty()) {
            return 0;
        }
        var weighed = items.stream()
                .allMatch(
                        use -> use.item().hours() != null && use.item().hours().signum() > 0);
        var all = BigDecimal.ZERO;
        var done = BigDecimal.ZERO;
        for (var use : items) {
            var weight = weighed ? Objects.requireNonNull(use.item().hours()) : BigDecimal.ONE;
            all = all.add(weight);
            done = done.add(weight.multiply(BigDecimal.valueOf(use.progress())));
        }
        return done.divide(all, 0, RoundingMode.DOWN).intValueExact();
    }

    private static int percent(BigDecimal used, BigDecimal agreed) {
        return used.multiply(HUNDRED)
                .divide(agreed, 0, RoundingMode.DOWN)
                .min(BigDecimal.valueOf(Integer.MAX_VALUE))
                .intValue();
    }
}
