package agency.frontline.client.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What both sides can see on the way, by the calendar (C-80, C-81)")
class SignStateTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 3, 10);

    @ParameterizedTest(name = "expected by {0}, seen {1}: {2}")
    @CsvSource(
            textBlock =
                    """
                    2027-03-09, ,      LATE
                    2027-03-10, ,      SOON
                    2027-03-24, ,      SOON
                    2027-03-25, ,      AHEAD
                    2027-03-09, false, LATE
                    2027-03-24, false, SOON
                    2027-03-09, true,  SEEN
                    2027-12-31, true,  SEEN
                    """)
    void anEarlySignIsSeenLateSoonOrAhead(LocalDate day, Boolean seen, SignState state) {
        var sign = new EarlySign("G1.1", "Ten leads", day);
        var look = seen == null ? null : new SignLook("G1.1", seen, TODAY, "manager", Instant.EPOCH);

        assertThat(SignState.of(sign, look, TODAY)).isEqualTo(state);
    }

    @ParameterizedTest(name = "{0} to {1}, on {2}: {3}")
    @CsvSource(
            textBlock =
                    """
                    2027-03-01, 2027-06-09, 2027-02-01, BEGINNING
                    2027-03-01, 2027-06-09, 2027-03-20, BEGINNING
                    2027-03-01, 2027-06-09, 2027-03-21, MIDDLE
                    2027-03-01, 2027-06-09, 2027-05-19, MIDDLE
                    2027-03-01, 2027-06-09, 2027-05-20, LAST_STRETCH
                    2027-03-01, 2027-06-09, 2027-06-09, LAST_STRETCH
                    2027-03-01, 2027-06-09, 2027-06-10, OVER
                    2027-03-01, 2027-03-01, 2027-03-01, BEGINNING
                    2027-03-01, 2027-03-01, 2027-03-02, OVER
                    """)
    void aPlanBeginsIsUnderWayAndEnds(LocalDate begins, LocalDate ends, LocalDate today, PlanPhase phase) {
        assertThat(PlanPhase.of(begins, ends, today)).isEqualTo(phase);
    }
}
