package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.deliverable.Deliverables;
import agency.frontline.deliverable.OpinionDecision;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps where the account manager stands; a draft that changes has a new date. */
@Component
class RememberStatement implements TaskListener {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;

    RememberStatement(DeliverableDesk desk, Deliverables deliverables) {
        this.desk = desk;
        this.deliverables = deliverables;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var statement = desk.statement(task);
        deliverables.stated(desk.key(task), desk.version(execution), statement);
        if (statement.decision() == OpinionDecision.REVISE) {
            desk.expectDraft(execution);
        }
    }
}
