package agency.frontline.strategy;

import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A way to go on, with what it does to goals, schedule, budget and scope (C-86).
 *
 * @param id a letter: A, B, C
 * @param nothing whether it is doing nothing
 * @param leavesOut what is left out for it; empty for nothing
 * @param hours of our work, beside what was agreed
 * @param money in the currency of the plan, beside what was agreed
 */
public record Option(
        String id,
        String what,
        boolean nothing,
        String onGoals,
        String onSchedule,
        String onScope,
        String leavesOut,
        BigDecimal hours,
        BigDecimal money) {

    private static final int MOST = 8;
    private static final int LINE = 1000;
    private static final int TOO_MUCH = 10_000;
    private static final BigDecimal HUNDRED = new BigDecimal(100);

    /**
     * Reads {@code options}: rows of {@code what}, {@code doNothing}, {@code onGoals}, {@code onSchedule}, {@code onScope},
     * {@code leavesOut}, {@code hours} and {@code money}. They are lettered in their order.
     *
     * @throws agency.frontline.text.Refusal where there are fewer than two, doing nothing is not one of them, or an effect
     *     is missing
     */
    public static List<Option> from(Answers answers) {
        var field = "options";
        var options = new ArrayList<Option>();
        Rows.read(answers, field, "what", (row, place) -> {
            var option = new Option(
                    String.valueOf((char) ('A' + options.size())),
                    line(answers, row, "what", "say what we would do.", place),
                    row.flag("doNothing"),
                    line(answers, row, "onGoals", "say what it does to the goals.", place),
                    line(answers, row, "onSchedule", "say what it does to the dates.", place),
                    line(answers, row, "onScope", "say what it does to the scope.", place),
                    SafeText.line(row.text("leavesOut"), LINE),
                    amount(answers, row, "hours", place),
                    amount(answers, row, "money", place));
            if (option.nothing()
                    && (option.hours().signum() > 0 || option.money().signum() > 0)) {
                answers.refuse(field, place + "doing nothing takes neither hours nor money.");
            }
            options.add(option);
            return option;
        });
        if (options.size() < 2) {
            answers.refuse(field, "Bring two options at least; one alone is an ultimatum.");
        }
        if (options.size() > MOST) {
            answers.refuse(field, "Bring at most %d options; nobody can weigh more.".formatted(MOST));
        }
        if (options.stream().filter(Option::nothing).count() != 1) {
            answers.refuse(field, "Exactly one of the options is doing nothing; mark it.");
        }
        answers.done();
        return List.copyOf(options);
    }

    /** One that was let through and lettered already. */
    public static Option of(Map<String, @Nullable Object> row) {
        var kept = new Answers(row::get);
        return new Option(
                kept.text("optionId"),
                kept.text("what"),
                kept.flag("doNothing"),
                kept.text("onGoals"),
                kept.text("onSchedule"),
                kept.text("onScope"),
                kept.text("leavesOut"),
                new BigDecimal(kept.text("hours")),
                new BigDecimal(kept.text("money")));
    }

    /** As {@link #of} reads it. */
    public Map<String, Object> row() {
        var row = new LinkedHashMap<String, Object>();
        row.put("optionId", id);
        row.put("what", what);
        row.put("doNothing", nothing);
        row.put("onGoals", onGoals);
        row.put("onSchedule", onSchedule);
        row.put("onScope", onScope);
        row.put("leavesOut", leavesOut);
        row.put("hours", hours.toPlainString());
        row.put("money", money.toPlainString());
        return row;
    }

    /** How much of what is left this takes, in per cent rounded up; where nothing is left, anything is too much. */
    public static int percent(BigDecimal takes, BigDecimal left) {
        if (takes.signum() == 0) {
            return 0;
        }
        return left.signum() <= 0
                ? TOO_MUCH
                : takes.multiply(HUNDRED)
                        .divide(left, 0, RoundingMode.UP)
                        .min(new BigDecimal(TOO_MUCH))
                        .intValue();
    }

    private static String line(Answers answers, Answers row, String name, String remedy, String place) {
        return SafeText.line(Rows.required(answers, row, name, remedy, "options", place), LINE);
    }

    private static BigDecimal amount(Answers answers, Answers row, String name, String place) {
        var amount = row.amount(name);
        if (amount == null && !row.text(name).isEmpty()) {
            answers.refuse("options", place + "write the " + name + " as a number such as 1250 or 7.5.");
        }
        return amount == null ? BigDecimal.ZERO : amount;
    }

    /** As people write it: 120, or 7.5. */
    public static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }

    /** For people, without a full stop: "40 hours, 3000 GBP". */
    public String cost(@Nullable String currency) {
        return hours.signum() == 0 && money.signum() == 0
                ? "nothing"
                : "%s hours, %s %s"
                        .formatted(plain(hours), plain(money), currency == null ? "" : currency)
                        .strip();
    }
}
