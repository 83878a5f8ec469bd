package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** How a promise ended; what the kept-promise rate counts (C-28). */
@Component
class RecordPromise implements JavaDelegate {

    private final Promises promises;
    private final IssueEnding ending;

    RecordPromise(Promises promises, IssueEnding ending) {
        this.promises = promises;
        this.ending = ending;
    }

    @Override
    public void execute(DelegateExecution execution) {
        promises.end(
                PROMISE_ID.in(execution),
                PROMISE_OUTCOME.in(execution).name(),
                PROMISE_NOTE.find(execution).orElse(""));
        ending.promiseEnded(execution);
    }
}
