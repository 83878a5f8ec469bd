package agency.frontline.client.plan;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * What was agreed to be spent.
 *
 * @param hours of our work, more than none
 * @param money more than none
 */
public record Budget(BigDecimal hours, BigDecimal money, Currency currency) {

    public Budget {
        hours = Amounts.kept(hours);
        money = Amounts.kept(money);
    }

    /** For people: "120 hours and 15000 GBP". */
    public String inWords() {
        return "%s hours and %s %s".formatted(Amounts.plain(hours), Amounts.plain(money), currency.getCurrencyCode());
    }
}
