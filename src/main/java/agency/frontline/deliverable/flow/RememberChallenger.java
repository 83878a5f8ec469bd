package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.engine.CurrentPerson;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Who of the group has looked at it. */
@Component
class RememberChallenger implements TaskListener {

    private final CurrentPerson person;

    RememberChallenger(CurrentPerson person) {
        this.person = person;
    }

    @Override
    public void notify(DelegateTask task) {
        CHALLENGER.set(task.getExecution(), person.id().orElse(task.getAssignee()));
    }
}
