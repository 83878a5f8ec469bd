package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.client.plan.PlanUse;
import agency.frontline.engine.AsSystem;
import agency.frontline.planwatch.PlanWarning;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code processes/budget-burn.dmn} in its latest version, before there is a case: most reports of what was
 * used give nothing to say. Whoever reports has no rights on the table itself, so that the system asks for them.
 */
@Component
class BudgetBurnTable {

    static final String DECISION = "budgetBurn";

    /** All that the table may ask and answer. */
    static final Set<String> VARIABLES = Set.of(
            USED_PERCENT.name(),
            PROGRESS_PERCENT.name(),
            PLAN_WARNING.name(),
            WARNING_SENTENCE.name(),
            TASK_OWED.name(),
            DIRECTOR_TOLD.name());

    private static final String NONE = "NONE";

    private final ObjectProvider<ProcessEngine> engine;
    private final AsSystem system;

    // A provider, because the engine may be built after whoever asks.
    BudgetBurnTable(ObjectProvider<ProcessEngine> engine, AsSystem system) {
        this.engine = engine;
        this.system = system;
    }

    /** What is to be said. */
    record Verdict(PlanWarning warning, String sentence, boolean taskOwed, boolean directorTold) {}

    /** Empty where there is nothing to say. */
    Optional<Verdict> judge(PlanUse use) {
        var row = system.run(() -> engine.getObject()
                .getDecisionService()
                .evaluateDecisionTableByKey(DECISION)
                .decisionDefinitionWithoutTenantId()
                .variables(Variables.createVariables()
                        .putValue(USED_PERCENT.name(), use.usedPercent())
                        .putValue(PROGRESS_PERCENT.name(), use.progress()))
                .evaluate()
                .getFirstResult());
        if (row == null || row.getEntry(PLAN_WARNING.name()) == null) {
            return Optional.empty();
        }
        var warning = row.getEntry(PLAN_WARNING.name()).toString();
        if (warning.equals(NONE)) {
            return Optional.empty();
        }
        return Optional.of(new Verdict(
                Stream.of(PlanWarning.values())
                        .filter(known -> known.name().equals(warning) && !known.isLate())
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException(
                                "The table %s answers %s, which is no warning".formatted(DECISION, warning))),
                row.getEntry(WARNING_SENTENCE.name()) == null
                        ? ""
                        : row.getEntry(WARNING_SENTENCE.name()).toString(),
                Boolean.TRUE.equals(row.<Boolean>getEntry(TASK_OWED.name())),
                Boolean.TRUE.equals(row.<Boolean>getEntry(DIRECTOR_TOLD.name()))));
    }
}
