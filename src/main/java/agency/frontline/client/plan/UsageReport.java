package agency.frontline.client.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What another tool of the agency says was used up until a day: absolute amounts, so that saying it twice changes nothing.
 *
 * @param asOf until the end of which day, at the client's
 */
public record UsageReport(LocalDate asOf, List<Line> lines) {

    public UsageReport {
        lines = List.copyOf(lines);
    }

    /**
     * About one work item or the whole plan. Where it says nothing, what was reported last still holds.
     *
     * @param workItem its number; null for the plan as a whole
     * @param progress per cent, 0 to 100
     * @param forecast the day by whose end it will be done, as it looks now
     */
    public record Line(
            @Nullable String workItem,
            @Nullable BigDecimal hoursUsed,
            @Nullable BigDecimal moneyUsed,
            @Nullable Integer progress,
            @Nullable LocalDate forecast) {}
}
