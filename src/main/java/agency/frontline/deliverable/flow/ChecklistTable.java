package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.deliverable.Check;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Asks {@code processes/quality-checklist.dmn} what is looked at before a kind goes out, and what it waits for (C-70). */
@Component
class ChecklistTable {

    static final String DECISION = "qualityChecklist";

    private static final String ITEM = "checkItem";
    private static final String MUST = "checkMust";

    /** All that the table may ask and answer. */
    static final Set<String> VARIABLES = Set.of(DELIVERABLE_KIND.name(), ITEM, MUST);

    private final Tables tables;

    ChecklistTable(Tables tables) {
        this.tables = tables;
    }

    /** Asks the table, for the signature that is about to be given. */
    void ask(DelegateExecution execution) {
        var checks = Spin.JSON("[]");
        for (var row : tables.rows(DECISION, DELIVERABLE_KIND.in(execution))) {
            checks.append(Spin.JSON("{}")
                    .prop(ITEM, Tables.text(DECISION, row, ITEM))
                    .prop(MUST, Boolean.TRUE.equals(row.get(MUST))));
        }
        CHECKS_OF_KIND.set(execution, checks);
    }

    /** What it said. */
    List<Check> of(DelegateExecution execution) {
        return CHECKS_OF_KIND.in(execution).elements().stream()
                .map(row ->
                        new Check(row.prop(ITEM).stringValue(), row.prop(MUST).boolValue()))
                .toList();
    }
}
