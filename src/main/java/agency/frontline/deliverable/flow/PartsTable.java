package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.deliverable.Part;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/**
 * Asks {@code processes/deliverable-parts.dmn} which parts a kind has and which it is not kept without. An owner who adds a
 * row adds a field of that name to the form; nothing else needs to know.
 */
@Component
class PartsTable {

    static final String DECISION = "deliverableParts";

    private static final String PART = "part";
    private static final String HEADING = "heading";
    private static final String NEEDED = "needed";
    private static final String REMEDY = "remedy";

    /** All that the table may ask and answer. */
    static final Set<String> VARIABLES = Set.of(DELIVERABLE_KIND.name(), PART, HEADING, NEEDED, REMEDY);

    private final Tables tables;

    PartsTable(Tables tables) {
        this.tables = tables;
    }

    /** Asks the table, for the draft that is about to be written. */
    void ask(DelegateExecution execution) {
        var parts = Spin.JSON("[]");
        for (var row : tables.rows(DECISION, DELIVERABLE_KIND.in(execution))) {
            parts.append(Spin.JSON("{}")
                    .prop(PART, Tables.text(DECISION, row, PART))
                    .prop(HEADING, Tables.text(DECISION, row, HEADING))
                    .prop(NEEDED, Boolean.TRUE.equals(row.get(NEEDED)))
                    .prop(REMEDY, Tables.text(DECISION, row, REMEDY)));
        }
        PARTS_OF_KIND.set(execution, parts);
    }

    /** What it said, in the order in which the parts stand in the document. */
    List<Part> of(DelegateExecution execution) {
        return PARTS_OF_KIND.in(execution).elements().stream()
                .map(row -> new Part(
                        row.prop(PART).stringValue(),
                        row.prop(HEADING).stringValue(),
                        row.prop(NEEDED).boolValue(),
                        row.prop(REMEDY).stringValue()))
                .toList();
    }
}
