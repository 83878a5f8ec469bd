package agency.frontline.client;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Some days on which an account manager or director is away.
 *
 * @param person user id
 * @param from the first day away
 * @param until the last day away; both are whole days at each client's place
 * @param deputy user id of who stands in meanwhile; null for whoever each client's team names, or else its director
 */
public record Absence(String person, LocalDate from, LocalDate until, @Nullable String deputy) {

    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(until);
    }

    boolean meets(Absence other) {
        return !until.isBefore(other.from) && !from.isAfter(other.until);
    }
}
