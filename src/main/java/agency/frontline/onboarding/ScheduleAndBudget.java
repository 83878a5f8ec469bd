package agency.frontline.onboarding;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.text.Answers;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A schedule and a budget that reflect reality (C-29, C-30).
 *
 * @param plannedEnd when it is done, the buffer included; a day at the client's
 * @param bufferDays business days between our own last estimate and the planned end
 * @param budgetAmount what it costs the client, in whole units of the currency
 * @param contingencyPercent how much of it is kept for what nobody foresees
 * @param capacityPercent how many of the hours it takes our people have free
 */
public record ScheduleAndBudget(
        @Nullable LocalDate plannedEnd,
        @Nullable Integer bufferDays,
        @Nullable Integer budgetAmount,
        @Nullable Integer contingencyPercent,
        @Nullable Integer capacityPercent) {

    /** Reads the form of {@code draftScheduleAndBudget}; mistakes are collected in the answers. */
    public static ScheduleAndBudget from(Answers answers, LocalDate today) {
        var end = answers.day("plannedEnd");
        if (answers.text("plannedEnd").isEmpty()) {
            answers.refuse("plannedEnd", "Choose the day on which it is done.");
        } else if (end != null && !end.isAfter(today)) {
            answers.refuse("plannedEnd", "Choose a day that is still to come.");
        }
        return new ScheduleAndBudget(
                end,
                needed(answers, "bufferDays", 400, "Say how many working days of buffer are in it; 0 if none."),
                needed(answers, "budgetAmount", 1_000_000_000, "Say what it costs, in whole money."),
                needed(answers, "contingencyPercent", 100, "Say how many per cent are kept for surprises; 0 if none."),
                needed(
                        answers,
                        "capacityPercent",
                        1000,
                        "Say how many per cent of the hours it takes our people have free; 100 is just enough."));
    }

    private static @Nullable Integer needed(Answers answers, String field, int atMost, String remedy) {
        if (answers.text(field).isEmpty()) {
            answers.refuse(field, remedy);
        }
        return answers.whole(field, 0, atMost);
    }

    /** The buffer as a share of the business days from today to the planned end, in per cent. */
    public int bufferPercent(BusinessCalendar calendar, LocalDate today) {
        var days = today.datesUntil(plannedEnd.plusDays(1))
                .limit(3000)
                .filter(calendar::isBusinessDay)
                .count();
        return days == 0 ? 0 : (int) Math.min(100, bufferDays * 100L / days);
    }
}
