package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.issue.IssueFacts;
import agency.frontline.notification.Notices;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** An emergency finds its owner at once, wherever they are; from here on the case is counted apart (C-07). */
@Component
class PrepareTriage implements TaskListener {

    private final IssueDesk desk;
    private final IssueFacts facts;
    private final Notices notices;

    PrepareTriage(IssueDesk desk, IssueFacts facts, Notices notices) {
        this.desk = desk;
        this.facts = facts;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        TRIAGE_ASKED.set(execution, true);
        List.of(SPECIALISTS, WHAT_I_NEED, NEEDED_BY, TOLD_CLIENT, ALREADY_TOLD)
                .forEach(answer -> answer.clear(execution));
        facts.emergency(desk.key(execution), EMERGENCY_REASON.in(execution));
        notices.emergency(desk.about(execution), OWNER.in(execution), EMERGENCY_REASON.in(execution));
    }
}
