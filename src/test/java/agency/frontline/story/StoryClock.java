package agency.frontline.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts every story on a Monday morning at 09:30 in London, in winter, two weeks without holidays in Britain and Poland
 * ahead; the Monday itself is a working day in the United States too. Each story has a day of its own, for all share one database and a client gets only so many automatic mails a
 * day; the years stay in this century, for people's dates must.
 */
final class StoryClock implements BeforeEachCallback, AfterEachCallback {

    private static final int FIRST_YEAR = 2027;
    private static final int YEARS = 70;

    /**
     * A week or more apart within a year, and clear of Epiphany, Christmas, Easter and summer time; no week that begins
     * with a federal holiday (third Monday of January and of February, Veterans Day kept on 12 November).
     */
    private static final List<MonthDay> NOT_BEFORE = List.of(
            MonthDay.of(2, 1),
            MonthDay.of(12, 1),
            MonthDay.of(1, 8),
            MonthDay.of(11, 13),
            MonthDay.of(2, 22),
            MonthDay.of(1, 22),
            MonthDay.of(3, 1),
            MonthDay.of(11, 20),
            MonthDay.of(2, 8));

    private static final AtomicInteger TOLD = new AtomicInteger();

    @Override
    public void beforeEach(ExtensionContext context) {
        ClockUtil.setCurrentTime(Date.from(mondayMorning(TOLD.getAndIncrement())));
    }

    private static Instant mondayMorning(int story) {
        assertThat(story / YEARS).as("More stories than days: add a season").isLessThan(NOT_BEFORE.size());
        return NOT_BEFORE
                .get(story / YEARS)
                .atYear(FIRST_YEAR + story % YEARS)
                .with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY))
                .atTime(LocalTime.of(9, 30))
                .toInstant(ZoneOffset.UTC);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        ClockUtil.reset();
    }
}
