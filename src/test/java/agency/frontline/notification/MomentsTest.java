package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A due date is said in the reader's zone and language")
class MomentsTest {

    private final Languages languages = Languages.found();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | Europe/London    | 2026-11-24T10:00:00Z | 2026-11-24T16:00:00Z | today by 16:00
                    en | Europe/London    | 2026-11-24T10:00:00Z | 2026-11-25T10:30:00Z | tomorrow by 10:30
                    en | Europe/London    | 2026-11-26T10:00:00Z | 2026-12-01T12:00:00Z | by Tuesday 12:00
                    en | Europe/London    | 2026-11-24T10:00:00Z | 2026-12-01T12:00:00Z | by Tuesday, 1 December, 12:00
                    en | Europe/London    | 2026-07-01T10:00:00Z | 2026-07-01T15:00:00Z | today by 16:00
                    en | America/New_York | 2026-11-24T02:00:00Z | 2026-11-24T15:00:00Z | tomorrow by 10:00
                    en | America/New_York | 2026-11-24T15:00:00Z | 2026-11-25T01:00:00Z | today by 20:00
                    en | Europe/London    | 2026-10-24T10:00:00Z | 2026-10-25T10:00:00Z | tomorrow by 10:00
                    pl | Europe/Warsaw    | 2026-11-24T10:00:00Z | 2026-11-24T15:00:00Z | dziś do godz. 16:00
                    pl | Europe/Warsaw    | 2026-11-24T23:30:00Z | 2026-11-25T15:00:00Z | dziś do godz. 16:00
                    pl | Europe/Warsaw    | 2026-11-24T10:00:00Z | 2026-11-25T09:30:00Z | jutro do godz. 10:30
                    pl | Europe/Warsaw    | 2026-11-26T10:00:00Z | 2026-12-01T11:00:00Z | do wtorku do godz. 12:00
                    pl | Europe/Warsaw    | 2026-11-23T10:00:00Z | 2026-11-25T11:00:00Z | do środy do godz. 12:00
                    pl | Europe/Warsaw    | 2026-11-24T10:00:00Z | 2027-01-04T09:00:00Z | do poniedziałku, 4 stycznia, do godz. 10:00
                    en | Europe/London    | 2026-11-24T10:00:00Z | 2026-11-23T10:00:00Z | by Monday, 23 November, 10:00
                    """)
    void asALimit(String language, String zone, Instant now, Instant due, String said) {
        assertThat(new Moments(languages.of(language), ZoneId.of(zone), now).by(due))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    en | 2026-11-24T16:00:00Z | today 16:00
                    en | 2026-11-23T16:00:00Z | yesterday 16:00
                    en | 2026-11-27T16:00:00Z | Friday, 27 November, 16:00
                    pl | 2026-11-25T16:00:00Z | jutro, godz. 16:00
                    pl | 2026-11-23T16:00:00Z | wczoraj, godz. 16:00
                    pl | 2026-11-27T16:00:00Z | piątek, 27 listopada, godz. 16:00
                    """)
    void asAPointInTime(String language, Instant moment, String said) {
        var now = Instant.parse("2026-11-24T10:00:00Z");

        assertThat(new Moments(languages.of(language), ZoneId.of("Europe/London"), now).at(moment))
                .isEqualTo(said);
    }
}
