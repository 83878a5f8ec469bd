package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whoever promised and the owner of the case, once. */
@Component
class TellOfOverduePromise implements JavaDelegate {

    private final IssueDesk desk;
    private final Notices notices;

    TellOfOverduePromise(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.promiseOverdue(
                desk.about(execution),
                PROMISE_OWNER.in(execution),
                OWNER.in(execution),
                PROMISED_WHAT.in(execution),
                PROMISE_DUE.in(execution),
                desk.kept(execution));
    }
}
