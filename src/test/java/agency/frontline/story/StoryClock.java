package agency.frontline.story;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts every story on the first Monday of a February at 09:30 in London, two weeks without holidays ahead. Each story
 * has a year of its own, for all share one database and a client gets only so many automatic mails a day.
 */
final class StoryClock implements BeforeEachCallback, AfterEachCallback {

    private static final AtomicInteger YEAR = new AtomicInteger(2027);

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.setCurrentTime(Date.from(mondayMorning(YEAR.getAndIncrement())));
    }

    private static Instant mondayMorning(int year) {
        return LocalDate.of(year, 2, 1)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .atTime(LocalTime.of(9, 30))
                .toInstant(ZoneOffset.UTC);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
