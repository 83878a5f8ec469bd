package agency.frontline.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.text.Mailbox;
import biweekly.Biweekly;
import biweekly.ICalendar;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Entries for people's calendars (O11)")
class CalendarFileTest {

    private static final Mailbox AGENCY = new Mailbox("service@frontline.example", "Frontline Agency");

    @ParameterizedTest
    @ValueSource(strings = {"Europe/Warsaw", "America/New_York", "Europe/London", "UTC", "Etc/UTC", "+05:45"})
    void theMomentIsTheSameInEveryZoneOnBothSidesOfAChangeOfTheClocks(String zone) {
        for (var moment : List.of(
                "2026-10-24T09:00:00Z", "2026-10-26T09:00:00Z", "2027-03-27T09:00:00Z", "2027-03-29T09:00:00Z")) {
            var file = new CalendarFile(ZoneId.of(zone), "frontline.example");
            file.timed(entry("A talk", 0), Instant.parse(moment), Duration.ofMinutes(30), "Room 1, 2nd floor; left");
            var event = read(file.request(AGENCY, List.of(AGENCY))).getEvents().get(0);
            assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(moment);
            assertThat(event.getLocation().getValue()).isEqualTo("Room 1, 2nd floor; left");
        }
    }

    @Test
    void hostileNamesAddNothing() {
        var file = new CalendarFile(ZoneId.of("Europe/London"), "frontline.example");
        file.timed(
                entry("A \"talk\"; x:y\nBEGIN:VALARM", 3),
                Instant.parse("2026-11-26T09:00:00Z"),
                Duration.ofHours(1),
                null);
        var hostile = new Mailbox("ann@birch.example", "Ann \"A\"; B, C:D");
        var calendar = read(file.request(AGENCY, List.of(hostile)));
        var event = calendar.getEvents().get(0);
        assertThat(event.getAlarms()).isEmpty();
        assertThat(event.getSequence().getValue()).isEqualTo(3);
        assertThat(event.getAttendees()).singleElement().satisfies(attendee -> {
            assertThat(attendee.getEmail()).isEqualTo("ann@birch.example");
            assertThat(attendee.getCommonName()).isEqualTo("Ann 'A'; B, C:D");
        });
    }

    @Test
    void aDayIsADayWhereverItIsRead() {
        var file = new CalendarFile(ZoneId.of("America/New_York"), "frontline.example");
        file.allDay(
                entry("Zażółć gęślą jaźń, a very long line that has to be folded somewhere in its midst to fit", 0),
                LocalDate.of(2026, 12, 24));
        var event = read(file.publish(AGENCY)).getEvents().get(0);
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(event.getSummary().getValue())
                .startsWith("Zażółć gęślą jaźń")
                .endsWith("to fit");
        assertThat(event.getUid().getValue()).isEqualTo("REP-2026-00001-1@frontline.example");
    }

    private static CalendarFile.Entry entry(String title, int revision) {
        return new CalendarFile.Entry("REP-2026-00001-1", revision, title, title);
    }

    private static ICalendar read(CalendarFile.Written written) {
        return Biweekly.parse(new String(written.content(), StandardCharsets.UTF_8))
                .first();
    }
}
