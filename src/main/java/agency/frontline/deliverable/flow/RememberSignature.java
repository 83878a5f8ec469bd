package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.deliverable.Deliverables;
import agency.frontline.deliverable.PurposeMet;
import agency.frontline.engine.CurrentPerson;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Keeps who stands behind it, and how each line of the checklist stood; what goes back has a new date. */
@Component
class RememberSignature implements TaskListener {

    private final DeliverableDesk desk;
    private final Deliverables deliverables;
    private final CurrentPerson person;

    RememberSignature(DeliverableDesk desk, Deliverables deliverables, CurrentPerson person) {
        this.desk = desk;
        this.deliverables = deliverables;
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var signature = desk.signature(task);
        deliverables.signed(desk.key(task), desk.version(execution), person.id().orElse(task.getAssignee()), signature);
        if (signature.purposeMet() == PurposeMet.NO) {
            desk.expectDraft(execution);
        }
    }
}
