package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Two working hours later the client's director is told, once (F3). */
@Component
class TellDirectorOfDelay implements JavaDelegate {

    private final IssueDesk desk;
    private final Notices notices;

    TellDirectorOfDelay(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.firstResponseStillOverdue(
                desk.about(execution),
                desk.client(execution).team().director(),
                RESPOND_BY.in(execution),
                desk.kept(execution));
    }
}
