package agency.frontline.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for every calendar, moment and promise, whatever the clocks and holidays do. */
@Label("In any business calendar")
class BusinessCalendarPropertiesTest {

    @Property(tries = 300)
    @Label("a due date is never early, and lies in working time or at its closing edge")
    void dueInWorkingTime(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("promises") Duration promise) {
        var due = calendar.plusHours(from, promise);

        assertThat(due).isAfterOrEqualTo(from.plus(promise));
        assertThat(calendar.isOpen(due) || calendar.isOpen(due.minusNanos(1))).isTrue();
    }

    @Property(tries = 300)
    @Label("the working time up to a due date is the promise")
    void betweenUndoesPlus(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("promises") Duration promise) {
        assertThat(calendar.between(from, calendar.plusHours(from, promise))).isEqualTo(promise);
    }

    @Property(tries = 300)
    @Label("a promise may be counted in parts")
    void plusAddsUp(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("promises") Duration one,
            @ForAll("promises") Duration other) {
        assertThat(calendar.plusHours(calendar.plusHours(from, one), other))
                .isEqualTo(calendar.plusHours(from, one.plus(other)));
    }

    @Property(tries = 300)
    @Label("who asks later or for more is never due earlier")
    void monotone(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("promises") Duration later,
            @ForAll("promises") Duration promise,
            @ForAll @IntRange(max = 40) int days) {
        var due = calendar.plusHours(from, promise);

        assertThat(calendar.plusHours(from.plus(later), promise)).isAfterOrEqualTo(due);
        assertThat(calendar.plusHours(from, promise.plus(later))).isAfterOrEqualTo(due);
        assertThat(calendar.plusBusinessDays(from.plus(later), days))
                .isAfterOrEqualTo(calendar.plusBusinessDays(from, days));
        assertThat(calendar.nextOpen(from.plus(later))).isAfterOrEqualTo(calendar.nextOpen(from));
    }

    @Property(tries = 300)
    @Label("business days end in working time, each later than the one before")
    void businessDays(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(min = 1, max = 40) int days) {
        var due = calendar.plusBusinessDays(from, days);

        assertThat(due).isAfter(calendar.plusBusinessDays(from, days - 1)).isAfter(from);
        assertThat(calendar.isOpen(due) || calendar.isOpen(due.minusNanos(1))).isTrue();
    }

    @Property(tries = 300)
    @Label("the next opening is open, and nothing is open before it")
    void nextOpen(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant at,
            @ForAll @DoubleRange(max = 0.99) double part) {
        var open = calendar.nextOpen(at);
        var before = at.plusMillis((long) (Duration.between(at, open).toMillis() * part));

        assertThat(calendar.isOpen(open)).isTrue();
        assertThat(calendar.isOpen(at)).isEqualTo(open.equals(at));
        assertThat(before.equals(open) || !calendar.isOpen(before)).isTrue();
    }

    @Property(tries = 300)
    @Label("a fraction of a promise lies between its start and its end and takes that part of the working time")
    void fractions(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll("promises") Duration promise,
            @ForAll @DoubleRange(max = 1) double fraction) {
        var due = calendar.plusHours(from, promise);
        var part = calendar.atFraction(from, due, fraction);

        assertThat(part).isBetween(from, due);
        assertThat((double) calendar.between(from, part).toMillis())
                .isCloseTo(promise.toMillis() * fraction, within(2.0));
    }

    @Property(tries = 100)
    @Label("the time zone of the machine makes no difference")
    void independentOfTheMachine(
            @ForAll("calendars") BusinessCalendar calendar,
            @ForAll("moments") Instant from,
            @ForAll @IntRange(max = 10) int hours,
            @ForAll("zones") ZoneId machine) {
        var due = calendar.due(from, BigDecimal.valueOf(hours));
        var end = calendar.endOfBusinessDay(calendar.localDate(from));

        var before = TimeZone.getDefault();
        TimeZone.setDefault(TimeZone.getTimeZone(machine));
        try {
            assertThat(calendar.due(from, BigDecimal.valueOf(hours))).isEqualTo(due);
            assertThat(calendar.endOfBusinessDay(calendar.localDate(from))).isEqualTo(end);
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Provide
    Arbitrary<BusinessCalendar> calendars() {
        var holidays = Arbitraries.of("NONE", "GB", "GB-ENG", "PL", "US", "US-NY", "JP", "IE", "DE-BY");
        return Combinators.combine(zones(), holidays, hours()).as(BusinessCalendar::of);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "UTC",
                        "Europe/London",
                        "Europe/Warsaw",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "Asia/Kathmandu",
                        "Africa/Cairo",
                        "America/Havana",
                        "Pacific/Kiritimati")
                .map(ZoneId::of);
    }

    /** Two to eight different quarter hours make one to four stretches that cannot overlap. */
    private Arbitrary<List<OpeningHours>> hours() {
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        var edges = Arbitraries.integers().between(0, 96).set().ofMinSize(2).ofMaxSize(8);
        return Combinators.combine(days, edges).as((openDays, quarters) -> {
            var sorted = quarters.stream().sorted().toList();
            var hours = new ArrayList<OpeningHours>();
            for (int i = 0; i + 1 < sorted.size(); i += 2) {
                hours.add(new OpeningHours(openDays, quarter(sorted.get(i)), quarter(sorted.get(i + 1))));
            }
            return hours;
        });
    }

    private static LocalTime quarter(int quarters) {
        return LocalTime.MIDNIGHT.plusMinutes(15L * quarters);
    }

    @Provide
    Arbitrary<Instant> moments() {
        var start = Instant.parse("2023-12-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs()
                .between(0, Duration.ofDays(5 * 365).toMinutes())
                .map(minutes -> Instant.ofEpochSecond(start + minutes * 60));
    }

    @Provide
    Arbitrary<Duration> promises() {
        return Arbitraries.longs().between(0, Duration.ofHours(10).toMinutes()).map(Duration::ofMinutes);
    }
}
