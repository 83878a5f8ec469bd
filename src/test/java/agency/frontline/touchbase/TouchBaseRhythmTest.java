package agency.frontline.touchbase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the rhythm, as a table (C-68). */
@DisplayName("How long a client may go without a talk")
class TouchBaseRhythmTest {

    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(Path.of("processes", "touch-base-rhythm.dmn"))) {
            table = engine.parseDecision("touchBaseRhythm", file);
        }
    }

    // -1: somebody has looked already today. Without a pledge the tier says how long; a client in trouble hears sooner.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            tier,   health, pledged, days, due
            GOLD,   GREEN,        ,  6,    false
            GOLD,   GREEN,        ,  7,    true
            GOLD,   AMBER,        ,  5,    true
            GOLD,   RED,        ,    1,    false
            GOLD,   RED,        ,    2,    true
            SILVER, GREEN,        ,  9,    false
            SILVER, GREEN,        ,  10,   true
            SILVER, AMBER,        ,  7,    true
            SILVER, RED,        ,    3,    true
            BRONZE, GREEN,        ,  13,   false
            BRONZE, GREEN,        ,  14,   true
            BRONZE, AMBER,        ,  10,   true
            BRONZE, RED,        ,    5,    true
            GOLD,   RED,        ,    -1,   false
            GOLD,   GREEN,        ,  9999, true
            TIN,    GREEN,        ,  9999, false
            BRONZE, GREEN,  7,       6,    false
            BRONZE, GREEN,  7,       7,    true
            GOLD,   GREEN,  21,      20,   false
            GOLD,   GREEN,  21,      21,   true
            GOLD,   RED,    21,      2,    true
            BRONZE, AMBER,  3,       3,    true
            TIN,    GREEN,  21,      21,   true
            GOLD,   GREEN,  7,       -1,   false
            """)
    void theTableSays(String tier, String health, Integer pledged, int days, boolean due) {
        var result = engine.evaluateDecisionTable(
                table,
                Variables.putValue("tier", tier)
                        .putValue("health", health)
                        .putValue("pledgedDays", pledged)
                        .putValue("daysSinceContact", days));
        assertThat(result.getSingleResult().<Boolean>getSingleEntry()).isEqualTo(due);
    }
}
