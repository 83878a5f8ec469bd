package agency.frontline.pulse;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.calendar.OpeningHours;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A question leaves in the client's hours, is repeated half-way and closes after ten days")
class ScheduleTest {

    private static final BusinessCalendar WARSAW = BusinessCalendar.of(
            ZoneId.of("Europe/Warsaw"),
            "PL",
            List.of(new OpeningHours(
                    EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0))));

    @Test
    void onAWorkingMorningItLeavesAtOnce() {
        var schedule = Schedule.from(Instant.parse("2027-02-09T09:30:00Z"), WARSAW);
        assertThat(schedule.sentAt()).isEqualTo("2027-02-09T09:30:00Z");
        // Five days later is a Sunday.
        assertThat(schedule.remindAt()).isEqualTo("2027-02-15T08:00:00Z");
        assertThat(schedule.closesAt()).isEqualTo("2027-02-19T09:30:00Z");
    }

    @Test
    void atNightItWaitsForTheirMorningAndTheTenDaysCountFromThen() {
        var schedule = Schedule.from(Instant.parse("2027-02-12T22:00:00Z"), WARSAW);
        assertThat(schedule.sentAt()).isEqualTo("2027-02-15T08:00:00Z");
        assertThat(schedule.closesAt()).isEqualTo("2027-02-25T08:00:00Z");
    }

    @Test
    void nobodyIsRemindedOfWhatClosesBeforeTheyCanAnswer() {
        var closes = Instant.parse("2027-02-25T08:00:00Z");
        assertThat(Schedule.isWorthReminding(closes.minus(Duration.ofDays(1)), closes))
                .isTrue();
        assertThat(Schedule.isWorthReminding(closes.minus(Duration.ofHours(23)), closes))
                .isFalse();
    }
}
