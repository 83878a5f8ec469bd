package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the client who takes care and by when they hear back; nothing after a live conversation, nothing to machines (C-20). */
@Component
class AcknowledgeIssue implements JavaDelegate {

    private final IssueDesk desk;
    private final Letters letters;

    AcknowledgeIssue(IssueDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean spoken = IssueClocks.LIVE.contains(CHANNEL.in(execution));
        if (!spoken
                && ANSWERABLE.find(execution).orElse(true)
                && !PROACTIVE.find(execution).orElse(false)) {
            letters.acknowledgement(desk.letter(execution), RESPOND_BY.in(execution));
        }
    }
}
