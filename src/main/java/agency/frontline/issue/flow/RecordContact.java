package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** We spoke with the client outside the flow; a live word is a first response (processes.md, Clocks). */
@Component
class RecordContact implements JavaDelegate {

    private final IssueDesk desk;
    private final IssueClocks clocks;

    RecordContact(IssueDesk desk, IssueClocks clocks) {
        this.desk = desk;
        this.clocks = clocks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var at = CONTACT_AT.in(execution);
        var answers = !at.isBefore(CONTACTED_AT.in(execution));
        if (answers && IssueClocks.LIVE.contains(CONTACT_CHANNEL.in(execution))) {
            clocks.respondedFirst(desk.theCase(execution), at);
        }
        clocks.weSpoke(execution, at);
    }
}
