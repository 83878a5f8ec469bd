package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The colleagues who were asked and the owner are told that an opinion is late, once. */
@Component
class RemindOfOpinion implements JavaDelegate {

    private final IssueDesk desk;
    private final Notices notices;

    RemindOfOpinion(IssueDesk desk, Notices notices) {
        this.desk = desk;
        this.notices = notices;
    }

    @Override
    public void execute(DelegateExecution execution) {
        notices.opinionOverdue(
                desk.about(execution),
                SPECIALIST.in(execution).stringValue(),
                OWNER.in(execution),
                OPINION_BY.in(execution),
                desk.kept(execution));
    }
}
