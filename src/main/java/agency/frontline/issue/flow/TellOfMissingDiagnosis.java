package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The specialists work on an emergency that nobody has diagnosed in time (C-07). */
@Component
class TellOfMissingDiagnosis implements JavaDelegate {

    private final IssueDesk desk;
    private final Notices notices;

    TellOfMissingDiagnosis(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.diagnosisMissing(
                desk.about(execution),
                OWNER.in(execution),
                desk.client(execution).team().director(),
                DIAGNOSIS_BY.in(execution));
    }
}
