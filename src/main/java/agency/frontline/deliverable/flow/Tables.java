package agency.frontline.deliverable.flow;

import agency.frontline.deliverable.DeliverableKind;
import agency.frontline.engine.AsSystem;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Asks a table that collects its rows by kind, in its latest version; whoever fills in a form has no rights on tables. Each
 * time is written down with the case, so that it is asked when a step begins, and what it said is kept until the step is
 * done.
 */
@Component
class Tables {

    private final ObjectProvider<ProcessEngine> engine;
    private final AsSystem system;

    // A provider, because gates ask, and the engine is built around them.
    Tables(ObjectProvider<ProcessEngine> engine, AsSystem system) {
        this.engine = engine;
        this.system = system;
    }

    /** The rows that fit, in the order of the table. */
    List<Map<String, Object>> rows(String decision, DeliverableKind kind) {
        return system.run(() -> engine.getObject()
                .getDecisionService()
                .evaluateDecisionTableByKey(decision)
                .decisionDefinitionWithoutTenantId()
                .variables(Map.of(DeliverableReviewFlow.DELIVERABLE_KIND.name(), kind.name()))
                .evaluate()
                .getResultList());
    }

    /** The text in a row's column; a table that leaves it out is told so. */
    static String text(String decision, Map<String, Object> row, String column) {
        var value = row.get(column);
        if (value == null || value.toString().isBlank()) {
            throw new IllegalStateException("The table %s has a row without %s: %s".formatted(decision, column, row));
        }
        return value.toString();
    }
}
