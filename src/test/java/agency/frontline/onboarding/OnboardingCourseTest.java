package agency.frontline.onboarding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of courses, as a table (F9, C-63). */
@DisplayName("What an onboarding consists of")
class OnboardingCourseTest {

    private static final Path TABLE = Path.of("processes", "onboarding-course.dmn");

    // Whatever nobody thought of leaves nothing out, and asks the client for one thing a day.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            nullValues = "-",
            textBlock =
                    """
            existing, type,      tier,   letter, budget, brief, kickOff, requests, behind, stuck, talks,           pulses
            true,     RETAINER,  GOLD,   false,  false,  false, false,   2,        5,      10,    5,               30
            true,     PROJECT,   BRONZE, false,  false,  false, false,   2,        5,      10,    5,               30
            false,    RETAINER,  GOLD,   true,   true,   true,  true,    2,        3,      6,     '5,10,30,60,90', '30,90'
            false,    RETAINER,  SILVER, true,   true,   true,  true,    2,        4,      8,     '5,10,30,60,90', '30,90'
            false,    RETAINER,  BRONZE, true,   true,   true,  true,    2,        4,      8,     '5,10,30,60,90', '30,90'
            false,    PROJECT,   GOLD,   true,   false,  true,  true,    2,        4,      8,     '5,10,30,60,90', '30,90'
            false,    PROJECT,   BRONZE, true,   false,  true,  true,    2,        4,      8,     '5,10,30,60,90', '30,90'
            false,    FRANCHISE, GOLD,   true,   true,   true,  true,    1,        4,      8,     '5,10,30,60,90', '30,90'
            -,        -,         -,      true,   true,   true,  true,    1,        4,      8,     '5,10,30,60,90', '30,90'
            """)
    void isInTheTable(
            Boolean existing,
            String type,
            String tier,
            boolean letter,
            boolean budget,
            boolean brief,
            boolean kickOff,
            int requests,
            int behind,
            int stuck,
            String talks,
            String pulses)
            throws IOException {
        var engine =
                DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(TABLE)) {
            var client = Variables.putValue("existingClient", existing)
                    .putValue("clientType", type)
                    .putValue("tier", tier);
            var course = engine.evaluateDecisionTable(engine.parseDecision("onboardingCourse", file), client)
                    .getSingleResult();
            assertThat(course.getEntryMap())
                    .containsEntry("letterNeeded", letter)
                    .containsEntry("budgetNeeded", budget)
                    .containsEntry("briefNeeded", brief)
                    .containsEntry("kickOffNeeded", kickOff)
                    .containsEntry("requestsPerDay", requests)
                    .containsEntry("behindAfterDays", behind)
                    .containsEntry("stuckAfterDays", stuck)
                    .containsEntry("touchBaseOnDays", talks)
                    .containsEntry("pulseOnDays", pulses);
        }
    }
}
