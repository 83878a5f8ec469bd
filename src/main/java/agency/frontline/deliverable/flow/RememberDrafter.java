package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Who wrote it gets it back when it changes, and nobody has to read themselves into it anew. */
@Component
class RememberDrafter implements TaskListener {
    @Override
    public void notify(DelegateTask task) {
        DRAFTER.set(task.getExecution(), task.getAssignee());
    }
}
