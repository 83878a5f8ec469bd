package agency.frontline.correction.flow;

import agency.frontline.correction.CorrectionRule;
import agency.frontline.correction.CorrectionSize;
import agency.frontline.correction.WhatChanges;
import agency.frontline.engine.AsSystem;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks the table {@code processes/correction-size.dmn} in its latest version. No model does: a touch-base or a report finds
 * any number of corrections, and one that runs on a model from before must find them as well.
 */
@Component
class CorrectionSizeTable implements CorrectionRule {

    static final String DECISION = "correctionSize";

    private static final String SCOPE = "scopeEffect";
    private static final String BUDGET = "budgetEffect";
    private static final String SCHEDULE = "scheduleEffect";
    private static final String PREMISE = "premiseState";
    private static final String SIZE = "correctionSize";
    private static final String WHY = "correctionSizeWhy";

    /** All that the table may ask and answer. */
    static final Set<String> VARIABLES = Set.of(SCOPE, BUDGET, SCHEDULE, PREMISE, SIZE, WHY);

    private final ObjectProvider<ProcessEngine> engine;
    private final AsSystem system;

    // A provider, because the steps ask for a size, and the engine is built around them.
    CorrectionSizeTable(ObjectProvider<ProcessEngine> engine, AsSystem system) {
        this.engine = engine;
        this.system = system;
    }

    @Override
    public Verdict sizeOf(WhatChanges changes) {
        var answer = system.run(() -> engine.getObject()
                .getDecisionService()
                .evaluateDecisionTableByKey(DECISION)
                .decisionDefinitionWithoutTenantId()
                .variables(Variables.putValue(SCOPE, changes.scope().name())
                        .putValue(BUDGET, changes.budget().name())
                        .putValue(SCHEDULE, changes.schedule().name())
                        .putValue(PREMISE, changes.premise().name()))
                .evaluate()
                .getFirstResult());
        if (answer == null) {
            throw new IllegalStateException("The table " + DECISION + " has no row for " + changes);
        }
        var why = answer.<Object>getEntry(WHY);
        return new Verdict(size(answer.getEntry(SIZE)), why == null ? "" : why.toString());
    }

    private static CorrectionSize size(@Nullable Object answer) {
        return Stream.of(CorrectionSize.values())
                .filter(size -> size.name().equals(answer))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The table " + DECISION + " answers " + answer
                        + "; a correction is one of " + List.of(CorrectionSize.values())));
    }
}
