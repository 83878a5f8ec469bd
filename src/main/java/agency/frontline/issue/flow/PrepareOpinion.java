package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.issue.IssueFacts;
import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/**
 * The specialists are told that they are asked, again when an unclear hand-over comes back. This is the moment of the
 * referral: a client who has not heard our view by now, whichever way the model leads here, was passed through (C-10).
 */
@Component
class PrepareOpinion implements TaskListener {

    private final IssueDesk desk;
    private final IssueFacts facts;
    private final Notices notices;

    PrepareOpinion(IssueDesk desk, IssueFacts facts, Notices notices) {
        this.desk = desk;
        this.facts = facts;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var group = SPECIALIST.in(execution).stringValue();
        facts.referred(desk.key(execution));
        notices.opinionAsked(desk.about(execution), group, WHAT_I_NEED.in(execution), OPINION_BY.in(execution));
    }
}
