package agency.frontline.client.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Amounts as people write them. */
final class Amounts {

    private Amounts() {}

    /** Without zeros that say nothing and without an exponent: 15000, 7.5. */
    static String plain(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /** As our tables keep it, so that what comes back equals what went in. */
    static @Nullable BigDecimal kept(@Nullable BigDecimal amount) {
        return amount == null ? null : amount.setScale(2, RoundingMode.HALF_UP);
    }
}
