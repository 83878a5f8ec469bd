package agency.frontline.issue.flow;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The client has confirmed and the lesson is noted: what is asked now is no part of the issue any more (F7, F8). */
@Component
class CountAsResolved implements ExecutionListener {

    private final IssueEnding ending;

    CountAsResolved(IssueEnding ending) {
        this.ending = ending;
    }

    @Override
    public void notify(DelegateExecution execution) {
        ending.settled(execution);
    }
}
