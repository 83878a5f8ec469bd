package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** What the reply promised is to be kept from now on. */
@Component
class CollectPromises implements ExecutionListener {

    @Override
    public void notify(DelegateExecution execution) {
        PROMISES_TO_KEEP.set(execution, PROMISES.in(execution));
    }
}
