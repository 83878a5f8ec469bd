package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The owner is told which mail did not arrive and why; an answer that came back is none (processes.md, Clocks). */
@Component
class PrepareReach implements TaskListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Notices notices;

    PrepareReach(IssueDesk desk, IssueClocks clocks, Notices notices) {
        this.desk = desk;
        this.clocks = clocks;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        if (RESPONSE_CAME_BACK.find(execution).orElse(false)) {
            clocks.responseCameBack(execution);
        }
        notices.deliveryFailed(
                desk.about(execution), OWNER.in(execution), UNREACHED.in(execution), DELIVERY_PROBLEM.in(execution));
    }
}
