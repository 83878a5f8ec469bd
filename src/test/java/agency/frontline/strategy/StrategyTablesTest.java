package agency.frontline.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two tables of a strategy reset, as tables (C-88, F11). */
@DisplayName("What a doubt takes, and whether an option fits")
class StrategyTablesTest {

    private static DmnEngine engine;

    @BeforeAll
    static void build() {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    }

    // The last two lines match no row of their own.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            scope,  budget, schedule, premise,  impact,           because
            NONE,   NONE,   NONE,     HOLDS,    REASSURE,         still holds
            SLIGHT, NONE,   NONE,     HOLDS,    MINOR_CORRECTION, saves a large one
            NONE,   SLIGHT, NONE,     HOLDS,    MINOR_CORRECTION, saves a large one
            NONE,   NONE,   SLIGHT,   HOLDS,    MINOR_CORRECTION, saves a large one
            NONE,   NONE,   NONE,     WEAKENED, MINOR_CORRECTION, less sure
            SLIGHT, SLIGHT, SLIGHT,   WEAKENED, MINOR_CORRECTION, less sure
            GREAT,  NONE,   NONE,     HOLDS,    OPTIONS,          more than was agreed
            NONE,   GREAT,  NONE,     HOLDS,    OPTIONS,          money does not fit
            NONE,   NONE,   GREAT,    WEAKENED, OPTIONS,          dates do not hold
            NONE,   NONE,   NONE,     FAILS,    OPTIONS,          is not so
            SLIGHT, SLIGHT, SLIGHT,   FAILS,    OPTIONS,          is not so
            GREAT,  NONE,   NONE,     FAILS,    RESET,            made anew
            NONE,   GREAT,  NONE,     FAILS,    RESET,            made anew
            NONE,   NONE,   GREAT,    FAILS,    RESET,            made anew
            ,       ,       ,         ,         OPTIONS,          No rule knows this case
            HUGE,   NONE,   NONE,     HOLDS,    OPTIONS,          No rule knows this case
            """)
    void whatItTakes(String scope, String budget, String schedule, String premise, String impact, String because)
            throws IOException {
        var judged = ask(
                "planImpact",
                Variables.putValue("scopeEffect", scope)
                        .putValue("budgetEffect", budget)
                        .putValue("scheduleEffect", schedule)
                        .putValue("premiseState", premise));
        assertThat(judged).containsEntry("planImpact", impact);
        assertThat((String) judged.get("planImpactWhy")).contains(because);
    }

    // The last line matches no row of its own.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            hours, money, leavesOut, verdict
            0,     0,     false,     IN_SCOPE
            10,    10,    false,     IN_SCOPE
            11,    0,     false,     CHANGE_ORDER
            0,     11,    false,     CHANGE_ORDER
            11,    11,    true,      TRADE_OFF
            100,   100,   true,      TRADE_OFF
            100,   100,   false,     CHANGE_ORDER
            101,   0,     true,      CHANGE_ORDER
            0,     10000, true,      CHANGE_ORDER
            ,      ,      ,          CHANGE_ORDER
            """)
    void whetherItFits(Integer hours, Integer money, Boolean leavesOut, String verdict) throws IOException {
        var judged = ask(
                "scopeCheck",
                Variables.putValue("hoursPercent", hours)
                        .putValue("moneyPercent", money)
                        .putValue("leavesSomethingOut", leavesOut));
        assertThat(judged).containsEntry("scopeVerdict", verdict);
        assertThat((String) judged.get("scopeVerdictWhy")).endsWith(".");
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 0", "0, -5, 0", "10, 100, 10", "10.01, 100, 11", "5, 0, 10000", "5, -1, 10000", "1e9, 1, 10000"
    })
    void howMuchOfWhatIsLeft(BigDecimal takes, BigDecimal left, int percent) {
        assertThat(Option.percent(takes, left)).isEqualTo(percent);
    }

    private static Map<String, Object> ask(String table, VariableMap facts) throws IOException {
        var file = Path.of("processes", table.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) + ".dmn");
        try (var model = Files.newInputStream(file)) {
            return engine.evaluateDecisionTable(engine.parseDecision(table, model), facts)
                    .getSingleResult()
                    .getEntryMap();
        }
    }
}
