package agency.frontline.calendar;

import agency.frontline.text.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The working time of one client or of the agency: opening hours with breaks, in one time zone, without its holidays
 * (C-20, F1). It counts elapsed time, so a night on which the clocks change is as long as it really is, and never looks
 * at the zone of the JVM (C19). Immutable and cheap to make.
 *
 * <p>An opening period contains its start and, for {@link #isOpen}, not its end; a due date may fall on the very end.
 */
public final class BusinessCalendar {

    /** No promise reaches further; a search that gets here meets a calendar that hardly ever opens. */
    private static final Period HORIZON = Period.ofYears(2);

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", Locale.ENGLISH);

    private final ZoneId zone;
    private final Holidays holidays;
    private final List<OpeningHours> hours;

    private BusinessCalendar(ZoneId zone, Holidays holidays, List<OpeningHours> hours) {
        this.zone = zone;
        this.holidays = holidays;
        this.hours = hours;
    }

    /**
     * Refuses, for the field {@code hours}, none at all and overlapping ones, and for {@code holidayCalendar} an
     * unknown one.
     *
     * @param holidayCalendar a country (GB) or a region of it (GB-ENG, US-NY) by ISO 3166, in any case and with
     *     {@code -}, {@code _} or {@code /}, or NONE. A country alone has only the days that all its regions share: GB
     *     works on Easter Monday, GB-ENG does not.
     */
    public static BusinessCalendar of(ZoneId zone, String holidayCalendar, List<OpeningHours> hours) {
        if (hours.isEmpty()) {
            throw Refusal.of("hours", "Give at least one stretch of opening hours, such as MONDAY 09:00-17:00.");
        }
        var sorted =
                hours.stream().sorted(Comparator.comparing(OpeningHours::from)).toList();
        for (int i = 0; i < sorted.size(); i++) {
            for (var later : sorted.subList(i + 1, sorted.size())) {
                refuseOverlap(sorted.get(i), later);
            }
        }
        return new BusinessCalendar(zone, Holidays.of(holidayCalendar), sorted);
    }

    private static void refuseOverlap(OpeningHours one, OpeningHours other) {
        if (one.overlaps(other)) {
            throw Refusal.of(
                    "hours",
                    "%s-%s and %s-%s overlap on the same day. Join them or move one."
                            .formatted(one.from(), one.to(), other.from(), other.to()));
        }
    }

    public ZoneId zone() {
        return zone;
    }

    /** The calendar date at that moment in this calendar's zone. */
    public LocalDate localDate(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    /** Whether the client is at work at any time of this day. */
    public boolean isBusinessDay(LocalDate date) {
        return !openingsOn(date).isEmpty();
    }

    public boolean isOpen(Instant at) {
        return openingEndingAfter(at, localDate(at).plusDays(1))
                .filter(opening -> !opening.start().isAfter(at))
                .isPresent();
    }

    /** The same moment if open, else the start of the next opening period. */
    public Instant nextOpen(Instant at) {
        return openingEndingAfter(at, horizon(at))
                .map(opening -> later(opening.start(), at))
                .orElseThrow(() -> tooFar(at));
    }

    /** As {@link #plusHours(Instant, Duration)}, for hours with a fraction, to the second; 0.25 is a quarter of an hour. */
    public Instant plusHours(Instant from, BigDecimal hours) {
        return plusHours(from, duration(hours));
    }

    /**
     * The moment at which so much working time has passed; the end of an opening period rather than the start of the
     * next. Zero hours from a closed moment end at the next opening.
     *
     * @throws IllegalArgumentException if negative
     * @throws IllegalStateException if that is more than two years ahead
     */
    public Instant plusHours(Instant from, Duration workingTime) {
        if (workingTime.isNegative()) {
            throw new IllegalArgumentException("Working time to add must not be negative: " + workingTime);
        }
        return walk(from, workingTime, horizon(from)).orElseThrow(() -> tooFar(from));
    }

    /** When the given number of working hours is over, and why then. */
    public Due due(Instant from, BigDecimal hours) {
        var at = plusHours(from, hours);
        return new Due(at, why(from, at, hours));
    }

    /**
     * The same local time so many business days later, where a moment outside working time counts as the next opening.
     * If that day is closed at this time, the next opening on it, or its closing time when there is none.
     *
     * @throws IllegalArgumentException if negative
     * @throws IllegalStateException if that is more than two years ahead
     */
    public Instant plusBusinessDays(Instant from, int days) {
        if (days < 0) {
            throw new IllegalArgumentException("Business days to add must not be negative: " + days);
        }
        var start = nextOpen(from);
        if (days == 0) {
            return start;
        }
        var local = start.atZone(zone).toLocalDateTime();
        var date = businessDays(local.toLocalDate().plusDays(1), horizon(from))
                .skip(days - 1L)
                .findFirst()
                .orElseThrow(() -> tooFar(from));
        return nearestOpen(date, instant(date.atTime(local.toLocalTime())));
    }

    /**
     * The moment at which this fraction (0 to 1) of the working time between the two has passed, never after
     * {@code due}; {@code due} itself where no working time lies between.
     */
    public Instant atFraction(Instant from, Instant due, double fraction) {
        if (!(fraction >= 0 && fraction <= 1)) {
            throw new IllegalArgumentException("A fraction is between 0 and 1, not " + fraction);
        }
        var total = between(from, due);
        if (total.isNegative() || total.isZero()) {
            return due;
        }
        var part = BigDecimal.valueOf(total.toNanos()).multiply(BigDecimal.valueOf(fraction));
        return walk(from, Duration.ofNanos(part.longValue()), localDate(due).plusDays(1))
                .orElse(due);
    }

    /** The working time from one moment to the other; negative when the second is the earlier one. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        return openings(from, localDate(to).plusDays(1))
                .takeWhile(opening -> opening.start().isBefore(to))
                .map(opening -> Duration.between(later(opening.start(), from), earlier(opening.end(), to)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /**
     * The last closing time on that date, which is what a date without a time means when a person enters it (api.md).
     * A closed date counts as the next business day, as law and banks count: it can then not lie in the past already.
     */
    public Instant endOfBusinessDay(LocalDate date) {
        var businessDay = businessDays(date, date.plus(HORIZON))
                .findFirst()
                .orElseThrow(() -> tooFar(instant(date.atStartOfDay())));
        return lastOf(openingsOn(businessDay)).end();
    }

    // The walk along the openings

    private record Opening(Instant start, Instant end) {}

    private Optional<Instant> walk(Instant from, Duration workingTime, LocalDate last) {
        var left = workingTime;
        for (var opening : (Iterable<Opening>) openings(from, last)::iterator) {
            var start = later(opening.start(), from);
            var room = Duration.between(start, opening.end());
            if (left.compareTo(room) <= 0) {
                return Optional.of(start.plus(left));
            }
            left = left.minus(room);
        }
        return Optional.empty();
    }

    private Optional<Opening> openingEndingAfter(Instant at, LocalDate last) {
        return openings(at, last).filter(opening -> opening.end().isAfter(at)).findFirst();
    }

    /** What ends at this moment or later, in order. The day before is asked too: its last period may end right now. */
    private Stream<Opening> openings(Instant from, LocalDate last) {
        return localDate(from)
                .minusDays(1)
                .datesUntil(last.plusDays(1))
                .flatMap(date -> openingsOn(date).stream())
                .filter(opening -> !opening.end().isBefore(from));
    }

    private List<Opening> openingsOn(LocalDate date) {
        if (holidays.on(date).isPresent()) {
            return List.of();
        }
        var openings = new ArrayList<Opening>();
        for (var stretch : hours) {
            if (stretch.days().contains(date.getDayOfWeek())) {
                var endsOn = stretch.to().equals(LocalTime.MIDNIGHT) ? date.plusDays(1) : date;
                var opening = new Opening(instant(date.atTime(stretch.from())), instant(endsOn.atTime(stretch.to())));
                if (opening.start().isBefore(opening.end())) {
                    openings.add(opening);
                }
            }
        }
        return openings;
    }

    private Stream<LocalDate> businessDays(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1)).filter(this::isBusinessDay);
    }

    private Instant nearestOpen(LocalDate businessDay, Instant at) {
        var openings = openingsOn(businessDay);
        return openings.stream()
                .filter(opening -> !opening.end().isBefore(at))
                .findFirst()
                .map(opening -> later(opening.start(), at))
                .orElseGet(() -> lastOf(openings).end());
    }

    /** A local time that the clocks skip is the moment they skip it; of one they show twice, the first (C19). */
    private Instant instant(LocalDateTime local) {
        var transition = zone.getRules().getTransition(local);
        return transition != null && transition.isGap()
                ? transition.getInstant()
                : local.atZone(zone).toInstant();
    }

    private LocalDate horizon(Instant from) {
        return localDate(from).plus(HORIZON);
    }

    private IllegalStateException tooFar(Instant from) {
        return new IllegalStateException(
                "No such working time within two years after %s; look at the opening hours %s and the hours promised"
                        .formatted(from, hours));
    }

    private static Opening lastOf(List<Opening> openings) {
        return openings.get(openings.size() - 1);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Duration duration(BigDecimal hours) {
        return Duration.ofSeconds(hours.multiply(SECONDS_PER_HOUR)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact());
    }

    // The sentence beside a due date

    private String why(Instant from, Instant at, BigDecimal hours) {
        var number = hours.stripTrailingZeros();
        var unit = number.compareTo(BigDecimal.ONE) == 0 ? "working hour" : "working hours";
        var start = "%s %s from %s (%s)"
                .formatted(number.toPlainString(), unit, MOMENT.format(from.atZone(zone)), zone.getId());
        return Stream.of(Stream.of(start), holidaysMet(from, at), clockChanges(from, at))
                .flatMap(part -> part)
                .collect(Collectors.joining("; "));
    }

    /** Only holidays that take a working day away; weekends need no mention. */
    private Stream<String> holidaysMet(Instant from, Instant at) {
        return localDate(from)
                .datesUntil(localDate(at).plusDays(1))
                .filter(date ->
                        hours.stream().anyMatch(stretch -> stretch.days().contains(date.getDayOfWeek())))
                .flatMap(date -> holidays.on(date).stream()
                        .map(name -> "%s is a holiday (%s)".formatted(DAY.format(date), name)));
    }

    private Stream<String> clockChanges(Instant from, Instant at) {
        return Stream.iterate(
                        zone.getRules().nextTransition(from),
                        change -> change != null && !change.getInstant().isAfter(at),
                        change -> zone.getRules().nextTransition(change.getInstant()))
                .map(change -> "the clocks go %s on %s"
                        .formatted(change.isGap() ? "forward" : "back", DAY.format(change.getDateTimeBefore())));
    }
}
