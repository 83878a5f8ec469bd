package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Three quarters of the time are gone and the client has no answer: the owner is told once (F3). */
@Component
class TellOwnerOfRisk implements JavaDelegate {

    private final IssueDesk desk;
    private final Notices notices;

    TellOwnerOfRisk(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.firstResponseAtRisk(desk.about(execution), OWNER.in(execution), RESPOND_BY.in(execution));
    }
}
