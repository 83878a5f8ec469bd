package agency.frontline.deliverable.flow;

import agency.frontline.deliverable.DeliverableKind;
import agency.frontline.deliverable.Part;
import java.util.List;
import java.util.Set;
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
    static final Set<String> VARIABLES =
            Set.of(DeliverableReviewFlow.DELIVERABLE_KIND.name(), PART, HEADING, NEEDED, REMEDY);

    private final Tables tables;

    PartsTable(Tables tables) {
        this.tables = tables;
    }

    /** In the order in which they stand in the document. */
    List<Part> of(DeliverableKind kind) {
        return tables.rows(DECISION, kind).stream()
                .map(row -> new Part(
                        Tables.text(DECISION, row, PART),
                        Tables.text(DECISION, row, HEADING),
                        Boolean.TRUE.equals(row.get(NEEDED)),
                        Tables.text(DECISION, row, REMEDY)))
                .toList();
    }
}
