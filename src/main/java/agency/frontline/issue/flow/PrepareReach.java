package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The owner is told which mail did not arrive and why. */
@Component
class PrepareReach implements TaskListener {

    private final IssueDesk desk;
    private final Notices notices;

    PrepareReach(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        notices.deliveryFailed(
                desk.about(execution), OWNER.in(execution), UNREACHED.in(execution), DELIVERY_PROBLEM.in(execution));
    }
}
