package agency.frontline.client.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A piece of the work.
 *
 * @param id such as {@code W4}
 * @param due the day at the client's by whose end it is done, as agreed
 * @param hours agreed for it; null where nobody split them up
 * @param money agreed for it, in the plan's currency; null where nobody split it up
 */
public record WorkItem(String id, String what, LocalDate due, @Nullable BigDecimal hours, @Nullable BigDecimal money) {

    public WorkItem {
        hours = Amounts.kept(hours);
        money = Amounts.kept(money);
    }
}
