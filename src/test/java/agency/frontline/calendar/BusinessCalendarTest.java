package agency.frontline.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.text.Refusal;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A business calendar")
class BusinessCalendarTest {

    private static final ZoneId LONDON = ZoneId.of("Europe/London");
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(MONDAY, FRIDAY);
    private static final Set<DayOfWeek> ALL_DAYS = EnumSet.allOf(DayOfWeek.class);

    private final BusinessCalendar birch = withLunchBreak(LONDON, "GB");

    @ParameterizedTest(name = "{0}, holidays {1}: {2} + 4 h = {3}")
    @DisplayName("keeps a promise of 4 hours across the weekend, a holiday and a change of the clocks (F1)")
    @CsvSource(
            textBlock =
                    """
            # a bank holiday on Monday
            Europe/London,    GB,     2026-05-01T16:00, 2026-05-05T12:00
            Europe/Warsaw,    PL,     2026-04-03T16:00, 2026-04-07T12:00
            America/New_York, US,     2026-05-22T16:00, 2026-05-26T12:00
            # no holiday
            Europe/London,    GB,     2026-05-08T16:00, 2026-05-11T12:00
            Europe/London,    NONE,   2026-05-01T16:00, 2026-05-04T12:00
            # the clocks go forward on Sunday
            Europe/London,    GB-ENG, 2024-03-28T16:00, 2024-04-02T12:00
            Europe/London,    GB,     2026-03-27T16:00, 2026-03-30T12:00
            Europe/Warsaw,    PL,     2027-03-26T16:00, 2027-03-30T12:00
            America/New_York, AU-VIC, 2026-03-06T16:00, 2026-03-10T12:00
            # the clocks go back on Sunday
            Europe/London,    IE,     2026-10-23T16:00, 2026-10-27T12:00
            Europe/Warsaw,    IE,     2026-10-23T16:00, 2026-10-27T12:00
            America/New_York, BR,     2026-10-30T16:00, 2026-11-03T12:00
            """)
    void fourHours(ZoneId zone, String holidays, LocalDateTime logged, LocalDateTime due) {
        var calendar = withLunchBreak(zone, holidays);

        assertThat(calendar.plusHours(logged.atZone(zone).toInstant(), BigDecimal.valueOf(4)))
                .isEqualTo(due.atZone(zone).toInstant());
    }

    @ParameterizedTest(name = "{0} + {1} h = {2}")
    @DisplayName("counts working hours only, up to the end of a period rather than the start of the next")
    @CsvSource(
            textBlock =
                    """
            2026-05-11T09:00, 0,    2026-05-11T09:00
            2026-05-11T09:00, 3,    2026-05-11T12:00
            2026-05-11T11:00, 2,    2026-05-11T14:00
            2026-05-11T11:00, 0.25, 2026-05-11T11:15
            2026-05-11T12:00, 0,    2026-05-11T12:00
            2026-05-11T12:30, 0,    2026-05-11T13:00
            2026-05-11T12:30, 1,    2026-05-11T14:00
            2026-05-11T03:00, 1,    2026-05-11T10:00
            2026-05-11T17:00, 7,    2026-05-12T17:00
            2026-05-11T09:00, 35,   2026-05-15T17:00
            2026-05-16T11:00, 7.5,  2026-05-19T09:30
            """)
    void workingHours(LocalDateTime from, BigDecimal hours, LocalDateTime due) {
        assertThat(birch.plusHours(at(from), hours)).isEqualTo(at(due));
    }

    @ParameterizedTest(name = "{0} + {1} business days = {2}")
    @DisplayName("counts business days, a closed moment as the next opening")
    @CsvSource(
            textBlock =
                    """
            2026-05-11T10:30, 1, 2026-05-12T10:30
            2026-05-01T16:00, 1, 2026-05-05T16:00
            2026-05-02T16:00, 1, 2026-05-06T09:00
            2026-05-11T20:00, 0, 2026-05-12T09:00
            2026-05-11T10:30, 5, 2026-05-18T10:30
            2026-03-27T10:30, 1, 2026-03-30T10:30
            """)
    void businessDays(LocalDateTime from, int days, LocalDateTime due) {
        assertThat(birch.plusBusinessDays(at(from), days)).isEqualTo(at(due));
    }

    @Test
    @DisplayName("ends a count of days at closing time where that day closes early, and after a break it has")
    void businessDaysOfDifferentLength() {
        var calendar = BusinessCalendar.of(
                LONDON,
                "NONE",
                List.of(
                        hours(Set.of(DayOfWeek.THURSDAY), "09:00", "17:00"),
                        hours(Set.of(FRIDAY), "10:00", "12:00"),
                        hours(Set.of(FRIDAY), "13:00", "15:00")));

        assertThat(calendar.plusBusinessDays(at("2026-05-07T16:30"), 1)).isEqualTo(at("2026-05-08T15:00"));
        assertThat(calendar.plusBusinessDays(at("2026-05-07T12:30"), 1)).isEqualTo(at("2026-05-08T13:00"));
        assertThat(calendar.plusBusinessDays(at("2026-05-07T09:10"), 1)).isEqualTo(at("2026-05-08T10:00"));
    }

    @Test
    @DisplayName("finds the moment at which a part of a promise is used up")
    void fractions() {
        var logged = at("2026-05-01T16:00");
        var due = at("2026-05-05T12:00");

        assertThat(birch.atFraction(logged, due, 0.75)).isEqualTo(at("2026-05-05T11:00"));
        assertThat(birch.atFraction(logged, due, 0)).isEqualTo(logged);
        assertThat(birch.atFraction(logged, due, 1)).isEqualTo(due);
        assertThat(birch.atFraction(at("2026-05-02T10:00"), at("2026-05-03T10:00"), 0.75))
                .as("no working time between")
                .isEqualTo(at("2026-05-03T10:00"));
        assertThatThrownBy(() -> birch.atFraction(logged, due, Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    @DisplayName("measures working time, backwards as a negative one")
    void between() {
        var logged = at("2026-05-01T16:00");
        var answered = at("2026-05-05T12:30");

        assertThat(birch.between(logged, answered)).isEqualTo(Duration.ofHours(4));
        assertThat(birch.between(answered, logged)).isEqualTo(Duration.ofHours(-4));
        assertThat(birch.between(logged, logged)).isZero();
    }

    @ParameterizedTest(name = "{0} ends at {1}")
    @DisplayName("takes a date as the end of that business day, a closed date as the next one")
    @CsvSource({
        "2026-05-01, 2026-05-01T17:00",
        "2026-05-02, 2026-05-05T17:00",
        "2026-05-04, 2026-05-05T17:00",
        "2026-05-05, 2026-05-05T17:00"
    })
    void endOfBusinessDay(LocalDate date, LocalDateTime end) {
        assertThat(birch.endOfBusinessDay(date)).isEqualTo(at(end));
    }

    @Test
    @DisplayName("is open from the first moment of a period up to, but not at, its last")
    void open() {
        assertThat(birch.isOpen(at("2026-05-11T09:00"))).isTrue();
        assertThat(birch.isOpen(at("2026-05-11T12:00"))).isFalse();
        assertThat(birch.isOpen(at("2026-05-11T13:00"))).isTrue();
        assertThat(birch.isOpen(at("2026-05-04T10:00")))
                .as("Early May Bank Holiday")
                .isFalse();
        assertThat(birch.nextOpen(at("2026-05-11T09:30"))).isEqualTo(at("2026-05-11T09:30"));
        assertThat(birch.nextOpen(at("2026-05-11T12:00"))).isEqualTo(at("2026-05-11T13:00"));
        assertThat(birch.nextOpen(at("2026-05-01T17:00"))).isEqualTo(at("2026-05-05T09:00"));
    }

    @Nested
    @DisplayName("at night")
    class AtNight {

        @Test
        @DisplayName("ends a day at midnight and goes on with the next")
        void midnight() {
            var alwaysOpen = BusinessCalendar.of(LONDON, "NONE", List.of(hours(ALL_DAYS, "00:00", "00:00")));

            assertThat(alwaysOpen.isOpen(at("2026-05-11T00:00"))).isTrue();
            assertThat(alwaysOpen.plusHours(at("2026-05-11T20:00"), Duration.ofHours(30)))
                    .isEqualTo(at("2026-05-13T02:00"));
            assertThat(alwaysOpen.endOfBusinessDay(LocalDate.parse("2026-05-11")))
                    .isEqualTo(at("2026-05-12T00:00"));
        }

        @Test
        @DisplayName("is an hour shorter when the clocks go forward, an hour longer when they go back (C19)")
        void clocksChange() {
            var nights = BusinessCalendar.of(LONDON, "NONE", List.of(hours(Set.of(SUNDAY), "00:00", "06:00")));

            assertThat(nights.between(at("2026-03-29T00:00"), at("2026-03-29T12:00")))
                    .isEqualTo(Duration.ofHours(5));
            assertThat(nights.between(at("2026-10-25T00:00"), at("2026-10-25T12:00")))
                    .isEqualTo(Duration.ofHours(7));
        }

        @Test
        @DisplayName("opens when the clocks skip the opening time, and the first time they show it (C19)")
        void openingTimeInGapAndOverlap() {
            var nights = BusinessCalendar.of(LONDON, "NONE", List.of(hours(Set.of(SUNDAY), "01:30", "06:00")));

            assertThat(nights.nextOpen(at("2026-03-28T12:00"))).isEqualTo("2026-03-29T01:00:00Z");
            assertThat(nights.nextOpen(at("2026-10-24T12:00"))).isEqualTo("2026-10-25T00:30:00Z");
        }

        @Test
        @DisplayName("does not open at all for hours that the clocks skip (C19)")
        void skippedHours() {
            var nights = BusinessCalendar.of(LONDON, "NONE", List.of(hours(Set.of(SUNDAY), "01:10", "01:50")));

            assertThat(nights.nextOpen(at("2026-03-28T12:00"))).isEqualTo(at("2026-04-05T01:10"));
            assertThat(nights.endOfBusinessDay(LocalDate.parse("2026-03-29"))).isEqualTo(at("2026-04-05T01:50"));
        }
    }

    @Nested
    @DisplayName("explains a due date")
    class Explains {

        @Test
        @DisplayName("by the holiday on the way, not by the weekend")
        void holiday() {
            var due = birch.due(at("2026-05-01T16:00"), BigDecimal.valueOf(4));

            assertThat(due.at()).isEqualTo(at("2026-05-05T12:00"));
            assertThat(due.why())
                    .isEqualTo("4 working hours from Fri 1 May 2026 16:00 (Europe/London);"
                            + " Mon 4 May is a holiday (Early May Bank Holiday)");
        }

        @Test
        @DisplayName("by the change of the clocks")
        void clocks() {
            var cedar = withLunchBreak(ZoneId.of("Europe/Warsaw"), "PL");
            var logged =
                    LocalDateTime.parse("2027-03-26T16:00").atZone(cedar.zone()).toInstant();

            assertThat(cedar.due(logged, new BigDecimal("4.00")).why())
                    .isEqualTo("4 working hours from Fri 26 Mar 2027 16:00 (Europe/Warsaw);"
                            + " Mon 29 Mar is a holiday (Easter Monday); the clocks go forward on Sun 28 Mar");
            assertThat(birch.due(at("2026-10-23T16:00"), BigDecimal.valueOf(4)).why())
                    .endsWith("; the clocks go back on Sun 25 Oct");
        }

        @Test
        @DisplayName("by nothing else where nothing else is to say")
        void plainly() {
            assertThat(birch.due(at("2026-05-11T09:00"), new BigDecimal("1.0")).why())
                    .isEqualTo("1 working hour from Mon 11 May 2026 09:00 (Europe/London)");
            assertThat(birch.due(at("2026-05-08T16:00"), new BigDecimal("1.50")).why())
                    .isEqualTo("1.5 working hours from Fri 8 May 2026 16:00 (Europe/London)");
        }
    }

    @Nested
    @DisplayName("knows holidays")
    class KnowsHolidays {

        @ParameterizedTest
        @DisplayName("of a country or region, however its id is spelled")
        @ValueSource(strings = {"GB-ENG", "gb-eng", "gb_eng", "gb/eng", " Gb-Wls "})
        void regions(String id) {
            assertThat(opensOn("2026-04-06", id)).as("Easter Monday").isFalse();
            assertThat(opensOn("2026-04-06", "GB")).isTrue();
            assertThat(opensOn("2026-04-06", "GB-SCT")).isTrue();
        }

        @Test
        @DisplayName("of stock exchanges, whose ids have a hyphen of their own")
        void exchanges() {
            assertThat(opensOn("2026-05-01", "NYSE-EURONEXT")).isFalse();
        }

        @Test
        @DisplayName("that are moved into the year before")
        void movedIntoThePreviousYear() {
            assertThat(opensOn("2021-12-31", "US")).isFalse();
        }

        @Test
        @DisplayName("but not observances, on which people work")
        void observances() {
            assertThat(opensOn("2026-02-12", "US-NY")).as("Lincoln's Birthday").isTrue();
            assertThat(opensOn("2026-10-12", "US-NY")).as("Columbus Day").isFalse();
        }

        @ParameterizedTest
        @DisplayName("and refuses an unknown calendar with what would do")
        @CsvSource(
                textBlock =
                        """
                UK,      "'UK' is not known. Take a country (GB, PL, US), a region of it (GB-ENG, US-NY), or NONE."
                "",      "'' is not known. Take a country (GB, PL, US), a region of it (GB-ENG, US-NY), or NONE."
                ../x,    "'..-X' is not known. Take a country (GB, PL, US), a region of it (GB-ENG, US-NY), or NONE."
                GB-XYZ,  "'XYZ' is no region of GB with holidays of its own. Take GB alone or with one of ENG, NIR, SCT, WLS."
                PL-MZ,   "'MZ' is no region of PL with holidays of its own. Take PL alone."
                GB-,     "'' is no region of GB with holidays of its own. Take GB alone or with one of ENG, NIR, SCT, WLS."
                """,
                quoteCharacter = '"')
        void unknown(String id, String message) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> withLunchBreak(LONDON, id))
                    .satisfies(refusal -> assertThat(refusal.errors())
                            .containsExactly(new Refusal.FieldError("holidayCalendar", message)));
        }

        private boolean opensOn(String date, String holidays) {
            return withLunchBreak(LONDON, holidays).isOpen(at(date + "T10:00"));
        }
    }

    @Nested
    @DisplayName("refuses")
    class Refuses {

        @Test
        @DisplayName("no hours at all")
        void noHours() {
            refusesHours(() -> BusinessCalendar.of(LONDON, "GB", List.of()), "Give at least one stretch");
            refusesHours(() -> hours(Set.of(), "09:00", "17:00"), "Say on which days 09:00-17:00 is open");
        }

        @Test
        @DisplayName("hours that end before they start")
        void backwards() {
            refusesHours(() -> hours(WEEKDAYS, "17:00", "09:00"), "Split hours that pass midnight");
            refusesHours(() -> hours(WEEKDAYS, "09:00", "09:00"), "must end after it starts");
        }

        @Test
        @DisplayName("hours that overlap, on any day they share")
        void overlap() {
            refusesHours(
                    () -> BusinessCalendar.of(
                            LONDON,
                            "GB",
                            List.of(
                                    hours(Set.of(FRIDAY), "12:00", "00:00"),
                                    hours(Set.of(SUNDAY), "09:00", "10:00"),
                                    hours(WEEKDAYS, "09:00", "12:30"))),
                    "09:00-12:30 and 12:00-00:00 overlap");
            BusinessCalendar.of(
                    LONDON, "GB", List.of(hours(WEEKDAYS, "09:00", "12:00"), hours(WEEKDAYS, "12:00", "17:00")));
        }

        @Test
        @DisplayName("to promise further than two years ahead, or backwards")
        void tooFar() {
            var from = at("2026-05-11T09:00");

            assertThatThrownBy(() -> birch.plusHours(from, BigDecimal.valueOf(10_000)))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("within two years");
            assertThatThrownBy(() -> birch.plusBusinessDays(from, 1_000)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> birch.plusHours(from, BigDecimal.valueOf(-1)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> birch.plusBusinessDays(from, -1)).isInstanceOf(IllegalArgumentException.class);
        }

        private void refusesHours(ThrowingCallable attempt, String message) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(attempt)
                    .withMessageContaining(message)
                    .satisfies(refusal ->
                            assertThat(refusal.errors().get(0).field()).isEqualTo("hours"));
        }
    }

    static BusinessCalendar withLunchBreak(ZoneId zone, String holidays) {
        return BusinessCalendar.of(
                zone, holidays, List.of(hours(WEEKDAYS, "09:00", "12:00"), hours(WEEKDAYS, "13:00", "17:00")));
    }

    private static OpeningHours hours(Set<DayOfWeek> days, String from, String to) {
        return new OpeningHours(days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String londonTime) {
        return at(LocalDateTime.parse(londonTime));
    }

    private static Instant at(LocalDateTime londonTime) {
        return londonTime.atZone(LONDON).toInstant();
    }
}
