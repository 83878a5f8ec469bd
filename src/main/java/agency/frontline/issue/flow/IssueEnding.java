package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * When an issue counts as ended. That is not when its instance is gone: it stays until the client has answered how we are
 * doing, and neither their next message nor a measure may wait for that (F7, F8).
 */
@Component
class IssueEnding {

    private final CaseRegister register;
    private final Deadlines deadlines;
    private final Promises promises;

    IssueEnding(CaseRegister register, Deadlines deadlines, Promises promises) {
        this.register = register;
        this.deadlines = deadlines;
        this.promises = promises;
    }

    /** Nothing is left but the question how we are doing. An issue with an open promise stays open until that ends (C-21). */
    void settled(DelegateExecution execution) {
        SETTLED.set(execution, true);
        resolveUnlessPromised(execution);
    }

    /** A promise has ended; where it was the last one of a settled issue, the issue has ended with it. */
    void promiseEnded(DelegateExecution execution) {
        if (SETTLED.find(execution).orElse(false)) {
            resolveUnlessPromised(execution);
        }
    }

    private void resolveUnlessPromised(DelegateExecution execution) {
        var key = execution.getProcessBusinessKey();
        var open = promises.of(key).stream().anyMatch(promise -> promise.outcome() == null);
        if (!open) {
            end(key, Status.RESOLVED);
        }
    }

    /** Ends it, and with it what was owed; one that counts as ended already keeps its status and its time. */
    void end(String businessKey, Status status) {
        if (register.get(businessKey).status().isEnded()) {
            return;
        }
        register.moveTo(businessKey, status);
        deadlines.drop(businessKey, "nextUpdate", "followUp");
    }
}
