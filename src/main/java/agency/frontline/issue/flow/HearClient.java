package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The client answered: the ball is ours again (F2, F5). */
@Component
class HearClient implements ExecutionListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;

    HearClient(IssueDesk desk, IssueClocks clocks) {
        this.desk = desk;
        this.clocks = clocks;
    }

    @Override
    public void notify(DelegateExecution execution) {
        desk.refreshClientWords(execution);
        clocks.clientSpoke(execution);
    }
}
