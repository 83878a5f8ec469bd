package agency.frontline.correction;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.client.plan.PremiseState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of corrections, as a table (C-88). */
@DisplayName("How big a correction is")
class CorrectionSizeTableTest {

    private static DmnEngine engine;
    private static DmnDecision size;
    private static DmnDecision impact;

    @BeforeAll
    static void read() throws IOException {
        engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
        size = table("correctionSize", "correction-size.dmn");
        impact = table("planImpact", "plan-impact.dmn");
    }

    private static DmnDecision table(String decision, String file) throws IOException {
        try (var table = Files.newInputStream(Path.of("processes", file))) {
            return engine.parseDecision(decision, table);
        }
    }

    // The last three lines match no row of their own.
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            textBlock =
                    """
            scope,  budget, schedule, premise,  size,        because
            NONE,   NONE,   NONE,     HOLDS,    MINOR,       Nothing that was agreed changes
            SLIGHT, NONE,   NONE,     HOLDS,    MINOR,       it stays small
            NONE,   SLIGHT, NONE,     HOLDS,    MINOR,       it stays small
            NONE,   NONE,   SLIGHT,   HOLDS,    MINOR,       it stays small
            SLIGHT, SLIGHT, SLIGHT,   HOLDS,    MINOR,       it stays small
            NONE,   NONE,   NONE,     WEAKENED, MINOR,       less sure
            SLIGHT, SLIGHT, SLIGHT,   WEAKENED, MINOR,       less sure
            GREAT,  NONE,   NONE,     HOLDS,    SIGNIFICANT, very different
            GREAT,  GREAT,  GREAT,    WEAKENED, SIGNIFICANT, very different
            NONE,   GREAT,  NONE,     HOLDS,    SIGNIFICANT, money
            SLIGHT, SLIGHT, GREAT,    WEAKENED, SIGNIFICANT, dates
            NONE,   NONE,   NONE,     FAILS,    SIGNIFICANT, is not so
            GREAT,  GREAT,  GREAT,    FAILS,    SIGNIFICANT, is not so
            ,       ,       ,         ,         SIGNIFICANT, No rule knows this case
            HUGE,   NONE,   NONE,     HOLDS,    SIGNIFICANT, No rule knows this case
            NONE,   NONE,   NONE,     ,         SIGNIFICANT, No rule knows this case
            """)
    void theTableSays(String scope, String budget, String schedule, String premise, String expected, String because) {
        var judged = ask(size, scope, budget, schedule, premise);
        assertThat(judged.<String>getEntry("correctionSize")).isEqualTo(expected);
        assertThat(judged.<String>getEntry("correctionSizeWhy")).contains(because);
    }

    @Test
    @DisplayName("what a doubt would take as a small correction is a minor one in a talk too, and the other way round")
    void theTwoTablesDoNotContradictEachOther() {
        for (var scope : Effect.values()) {
            for (var budget : Effect.values()) {
                for (var schedule : Effect.values()) {
                    for (var premise : PremiseState.values()) {
                        var takes = ask(impact, scope.name(), budget.name(), schedule.name(), premise.name())
                                .<String>getEntry("planImpact");
                        var is = ask(size, scope.name(), budget.name(), schedule.name(), premise.name())
                                .<String>getEntry("correctionSize");
                        assertThat(is)
                                .as("%s %s %s %s takes %s", scope, budget, schedule, premise, takes)
                                .isEqualTo(
                                        takes.equals("REASSURE") || takes.equals("MINOR_CORRECTION")
                                                ? "MINOR"
                                                : "SIGNIFICANT");
                    }
                }
            }
        }
    }

    private static DmnDecisionRuleResult ask(
            DmnDecision table,
            @Nullable String scope,
            @Nullable String budget,
            @Nullable String schedule,
            @Nullable String premise) {
        return engine.evaluateDecisionTable(
                        table,
                        Variables.putValue("scopeEffect", scope)
                                .putValue("budgetEffect", budget)
                                .putValue("scheduleEffect", schedule)
                                .putValue("premiseState", premise))
                .getSingleResult();
    }
}
