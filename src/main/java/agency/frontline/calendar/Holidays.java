package agency.frontline.calendar;

import agency.frontline.text.Refusal;
import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The days on which a country or region does not work, with their English names, from Jollyday's tables. Mere
 * observances, on which people do work, are left out.
 */
final class Holidays {

    private static final String FIELD = "holidayCalendar";
    private static final String NO_HOLIDAYS = "NONE";
    private static final Map<String, Holidays> BY_ID = new ConcurrentHashMap<>();

    private final Map<Integer, Map<LocalDate, String>> byYear = new ConcurrentHashMap<>();
    private final IntFunction<Map<LocalDate, String>> table;

    private Holidays(IntFunction<Map<LocalDate, String>> table) {
        this.table = table;
    }

    /** The holidays behind an id such as GB, gb/eng, US-NY or NONE; reading a table is slow, so each is read once. */
    static Holidays of(String id) {
        return BY_ID.computeIfAbsent(id.strip().toUpperCase(Locale.ROOT).replaceAll("[_/]", "-"), Holidays::read);
    }

    /** The English name of the holiday on this day; two on one day are joined by "and". */
    Optional<String> on(LocalDate date) {
        return Optional.ofNullable(
                byYear.computeIfAbsent(date.getYear(), table::apply).get(date));
    }

    /** One at a time, as {@link #table}: whoever asks Jollyday while it first looks for its parts is told it has none. */
    private static synchronized Holidays read(String id) {
        if (id.equals(NO_HOLIDAYS)) {
            return new Holidays(year -> Map.of());
        }
        // Some calendars without regions have two words in their own name (NYSE_EURONEXT).
        var known = HolidayManager.getSupportedCalendarCodes();
        var wholeName = id.replace('-', '_');
        var parts = known.contains(wholeName) ? List.of(wholeName) : List.of(id.split("-", -1));
        var country = parts.get(0);
        if (!known.contains(country)) {
            throw Refusal.of(
                    FIELD,
                    "'%s' is not known. Take a country (GB, PL, US), a region of it (GB-ENG, US-NY), or NONE."
                            .formatted(id));
        }
        var manager = HolidayManager.getInstance(ManagerParameters.create(country.toLowerCase(Locale.ROOT)));
        var regions = regions(manager, country, parts.subList(1, parts.size()));
        return new Holidays(year -> table(manager, year, regions));
    }

    /** The regions as Jollyday spells them, for it ignores those it does not know and gives the country's days only. */
    private static String[] regions(HolidayManager manager, String country, List<String> wanted) {
        var regions = new ArrayList<String>();
        var place = manager.getCalendarHierarchy();
        for (var region : wanted) {
            var children = place.getChildren();
            var found = children.keySet().stream()
                    .filter(region::equalsIgnoreCase)
                    .findFirst()
                    .orElseThrow(() -> unknownRegion(
                            country,
                            regions,
                            region,
                            children.keySet().stream().sorted().toList()));
            regions.add(found);
            place = children.get(found);
        }
        return regions.toArray(String[]::new);
    }

    private static Refusal unknownRegion(String country, List<String> above, String region, List<String> known) {
        var place = (country + above.stream().map(r -> "-" + r).collect(Collectors.joining())).toUpperCase(Locale.ROOT);
        var remedy = known.isEmpty()
                ? "Take %s alone."
                : "Take %s alone or with one of " + String.join(", ", known).toUpperCase(Locale.ROOT) + ".";
        return Refusal.of(
                FIELD,
                "'%s' is no region of %s with holidays of its own. ".formatted(region, place)
                        + remedy.formatted(place));
    }

    /** Neighbouring years are asked too: the day off for a Saturday, 1 January, is in December of the year before. */
    private static synchronized Map<LocalDate, String> table(HolidayManager manager, int year, String... regions) {
        return IntStream.rangeClosed(year - 1, year + 1)
                .mapToObj(y -> manager.getHolidays(Year.of(y), regions))
                .flatMap(Set::stream)
                .filter(holiday -> holiday.getDate().getYear() == year)
                .filter(holiday -> holiday.getType() != HolidayType.OBSERVANCE)
                .collect(Collectors.toMap(Holiday::getDate, Holidays::name, Holidays::joined));
    }

    private static String name(Holiday holiday) {
        return holiday.getDescription(Locale.ENGLISH);
    }

    private static String joined(String one, String other) {
        return one.equals(other) ? one : one.compareTo(other) < 0 ? one + " and " + other : other + " and " + one;
    }
}
