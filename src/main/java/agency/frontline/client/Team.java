package agency.frontline.client;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who at the agency takes care of a client, by user id. One account manager is first receiver and last closer (C-03);
 * the deputy stands in during a recorded absence only, where that names nobody else ({@link Absences}).
 *
 * @param specialists user ids by group id, such as {@code planners}: whom the manager thinks of first when referring
 */
public record Team(
        String accountManager, @Nullable String deputy, String director, Map<String, List<String>> specialists) {

    public Team {
        accountManager = Tidy.text(accountManager);
        deputy = Tidy.optional(deputy);
        director = Tidy.text(director);
        var byGroup = new TreeMap<String, List<String>>();
        if (specialists != null) {
            specialists.forEach((group, users) -> byGroup.put(group, Tidy.texts(users)));
            byGroup.values().removeIf(List::isEmpty);
        }
        specialists = Collections.unmodifiableMap(byGroup);
    }
}
