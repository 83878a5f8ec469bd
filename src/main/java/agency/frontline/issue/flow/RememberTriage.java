package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.Diagnosis;
import agency.frontline.issue.IssueFacts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Dates what the specialists are asked, and the diagnosis that is still owed (C-07). */
@Component
class RememberTriage implements TaskListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final IssueFacts facts;

    RememberTriage(IssueDesk desk, IssueClocks clocks, IssueFacts facts) {
        this.desk = desk;
        this.clocks = clocks;
        this.facts = facts;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        // The model shows them to the specialists, filled in or not.
        TOLD_CLIENT.declare(execution);
        var neededBy = Diagnosis.handOverIn(FormAnswers.in(task)).neededBy();
        OPINION_BY.set(
                execution,
                neededBy == null
                        ? RESPOND_BY.in(execution)
                        : desk.calendar(execution).endOfBusinessDay(neededBy));
        facts.triaged(desk.key(execution));
        if (DIAGNOSIS_BY.find(execution).isEmpty()) {
            clocks.diagnoseLater(execution);
        }
    }
}
