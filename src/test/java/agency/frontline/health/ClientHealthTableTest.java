package agency.frontline.health;

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

/** The table of the health, as a table (F28). */
@DisplayName("What the facts of our service add up to")
class ClientHealthTableTest {

    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(Path.of("processes", "client-health.dmn"))) {
            table = engine.parseDecision("clientHealth", file);
        }
    }

    // An empty cell: nothing was counted. Each row of the table at its limit and just before it.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            kept, broken, pulse, significant, minor, back, skipped, late, overdue, rescues, health, because
                ,       ,     3,            ,      ,     ,        ,     ,        ,        , RED,    PULSES
                ,       ,     4,            ,      ,     ,        ,     ,        ,        , AMBER,  PULSES
                ,       ,      ,           2,     0,     ,        ,     ,        ,        , RED,    CORRECTIONS
                ,       ,      ,           1,     0,     ,        ,     ,        ,        , AMBER,  CORRECTIONS
              59,      2,      ,            ,      ,     ,        ,     ,        ,        , RED,    PROMISES
              60,      2,      ,            ,      ,     ,        ,     ,        ,        , AMBER,  PROMISES
               0,      1,      ,            ,      ,     ,        ,     ,        ,        , AMBER,  PROMISES
              95,      1,     6,            ,      ,     ,        ,     ,        ,        , RED,    'PROMISES, PULSES'
              95,      1,     7,            ,      ,     ,        ,     ,        ,        , GREEN,  ''
                ,       ,      ,            ,      ,    4,        ,     ,        ,        , RED,    ISSUES
                ,       ,      ,            ,      ,    3,        ,     ,        ,        , AMBER,  ISSUES
              89,      1,      ,            ,      ,     ,        ,     ,        ,        , AMBER,  PROMISES
              90,      1,      ,            ,      ,     ,        ,     ,        ,        , GREEN,  ''
             100,      0,     6,            ,      ,     ,        ,     ,        ,        , AMBER,  PULSES
                ,       ,     7,            ,      ,     ,        ,     ,        ,        , GREEN,  ''
                ,       ,      ,           0,     8,     ,        ,     ,        ,        , AMBER,  CORRECTIONS
                ,       ,      ,           0,     7,     ,        ,     ,        ,        , GREEN,  ''
                ,       ,      ,            ,      ,    2,        ,     ,        ,        , AMBER,  ISSUES
                ,       ,      ,            ,      ,    1,        ,     ,        ,        , GREEN,  ''
                ,       ,      ,            ,      ,     ,       3,     ,        ,        , AMBER,  RHYTHM
                ,       ,      ,            ,      ,     ,       2,     ,        ,        , GREEN,  ''
                ,       ,      ,            ,      ,     ,        ,    2,        ,        , AMBER,  REPORTS
                ,       ,      ,            ,      ,     ,        ,    1,        ,        , GREEN,  ''
                ,       ,      ,            ,      ,     ,        ,     ,       2,        , AMBER,  NEXT_STEPS
                ,       ,      ,            ,      ,     ,        ,     ,       1,        , GREEN,  ''
                ,       ,      ,            ,      ,     ,        ,     ,        ,        , GREEN,  ''
             100,      0,    10,           0,     0,    0,       0,    0,       0,        , GREEN,  ''
               0,      9,     0,           9,     9,    9,       9,    9,       9,       0, RED,    PULSES
                ,       ,      ,            ,      ,     ,        ,     ,        ,       1, RED,    RESCUE
             100,      0,    10,           0,     0,    0,       0,    0,       0,       1, RED,    RESCUE
            """)
    void theTableSays(
            Integer kept,
            Integer broken,
            Integer pulse,
            Integer significant,
            Integer minor,
            Integer back,
            Integer skipped,
            Integer late,
            Integer overdue,
            Integer rescues,
            String health,
            String because) {
        var result = engine.evaluateDecisionTable(
                        table,
                        Variables.putValue("promisesKept", kept)
                                .putValue("promisesBroken", broken)
                                .putValue("lowestPulse", pulse)
                                .putValue("significantCorrections", significant)
                                .putValue("minorCorrections", minor)
                                .putValue("issuesBack", back)
                                .putValue("touchBasesSkipped", skipped)
                                .putValue("reportsLate", late)
                                .putValue("overdueNextSteps", overdue)
                                .putValue("rescuesOpen", rescues))
                .getSingleResult();
        assertThat(result.<String>getEntry("health")).isEqualTo(health);
        assertThat(result.<String>getEntry("healthReasons")).isEqualTo(because);
    }
}
