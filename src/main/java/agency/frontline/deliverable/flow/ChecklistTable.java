package agency.frontline.deliverable.flow;

import agency.frontline.deliverable.Check;
import agency.frontline.deliverable.DeliverableKind;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Asks {@code processes/quality-checklist.dmn} what is looked at before a kind goes out, and what it waits for (C-70). */
@Component
class ChecklistTable {

    static final String DECISION = "qualityChecklist";

    private static final String ITEM = "checkItem";
    private static final String MUST = "checkMust";

    /** All that the table may ask and answer. */
    static final Set<String> VARIABLES = Set.of(DeliverableReviewFlow.DELIVERABLE_KIND.name(), ITEM, MUST);

    private final Tables tables;

    ChecklistTable(Tables tables) {
        this.tables = tables;
    }

    List<Check> of(DeliverableKind kind) {
        return tables.rows(DECISION, kind).stream()
                .map(row -> new Check(Tables.text(DECISION, row, ITEM), Boolean.TRUE.equals(row.get(MUST))))
                .toList();
    }
}
