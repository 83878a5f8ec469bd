package agency.frontline.planwatch;

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

/** The table of warnings, as a table (C-30, F11). */
@DisplayName("When a budget is worth a word")
class BudgetBurnTest {

    private static DmnEngine engine;
    private static DmnDecision table;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        try (var file = Files.newInputStream(Path.of("processes", "budget-burn.dmn"))) {
            table = engine.parseDecision("budgetBurn", file);
        }
    }

    // The last lines match no row of their own.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            used, done, warning,          task,  director
            75,   59,   OUTRUNS_PROGRESS, true,  false
            75,   60,   BURN_75,          false, false
            89,   60,   BURN_75,          false, false
            90,   89,   BURN_90,          true,  true
            90,   90,   BURN_90,          false, false
            99,   0,    BURN_90,          true,  true
            100,  99,   BURN_100,         true,  true
            100,  100,  NONE,             false, false
            101,  100,  BURN_100,         true,  true
            500,  0,    BURN_100,         true,  true
            50,   24,   OUTRUNS_PROGRESS, true,  false
            50,   25,   NONE,             false, false
            74,   25,   NONE,             false, false
            0,    0,    NONE,             false, false
            0,    100,  NONE,             false, false
            """)
    void theTableSays(int used, int done, PlanWatchWord warning, boolean task, boolean director) {
        var row = engine.evaluateDecisionTable(
                        table, Variables.putValue("usedPercent", used).putValue("progressPercent", done))
                .getSingleResult();
        assertThat(row.<String>getEntry("planWarning")).isEqualTo(warning.name());
        assertThat(row.<Boolean>getEntry("taskOwed")).isEqualTo(task);
        assertThat(row.<Boolean>getEntry("directorTold")).isEqualTo(director);
        assertThat(row.<String>getEntry("warningSentence").isEmpty()).isEqualTo(warning == PlanWatchWord.NONE);
    }

    private enum PlanWatchWord {
        NONE,
        BURN_75,
        BURN_90,
        BURN_100,
        OUTRUNS_PROGRESS
    }
}
