package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The promised time is over: the owner is told once (F3). */
@Component
class TellOwnerOfDelay implements JavaDelegate {

    private final IssueDesk desk;
    private final Notices notices;

    TellOwnerOfDelay(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.firstResponseOverdue(
                desk.about(execution), OWNER.in(execution), RESPOND_BY.in(execution), desk.kept(execution));
    }
}
