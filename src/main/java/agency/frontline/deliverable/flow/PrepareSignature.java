package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** The checklist of this kind stands on the form, with nothing ticked. */
@Component
class PrepareSignature implements TaskListener {

    private final ChecklistTable table;

    PrepareSignature(ChecklistTable table) {
        this.table = table;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        table.ask(execution);
        var rows = Spin.JSON("[]");
        for (var check : table.of(execution)) {
            rows.append(Spin.JSON("{}")
                    .prop("checkItem", check.item())
                    .prop("weight", check.must() ? "must" : "should")
                    .prop("done", false));
        }
        CHECKLIST.set(execution, rows);
        PURPOSE_MET.clear(execution);
        PURPOSE_NOTE.clear(execution);
        UNDISCUSSED_REASON.clear(execution);
        STAND_BEHIND.clear(execution);
        SEND_NOW.clear(execution);
    }
}
