package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells whoever promised, once, while there is still time. */
@Component
class RemindOfPromise implements JavaDelegate {

    private final IssueDesk desk;
    private final Notices notices;

    RemindOfPromise(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.promiseDueSoon(
                desk.about(execution),
                PROMISE_OWNER.in(execution),
                PROMISED_WHAT.in(execution),
                PROMISE_DUE.in(execution));
    }
}
