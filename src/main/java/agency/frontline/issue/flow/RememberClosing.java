package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.Closing;
import agency.frontline.issue.IssueFacts;
import agency.frontline.issue.Resolution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** How the client's last word turned out; a case that is not resolved counts as reopened and owes a lesson (F7). */
@Component
class RememberClosing implements TaskListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final IssueFacts facts;

    RememberClosing(IssueDesk desk, IssueClocks clocks, IssueFacts facts) {
        this.desk = desk;
        this.clocks = clocks;
        this.facts = facts;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var closing =
                Closing.from(FormAnswers.in(task), ISSUE_KIND.find(execution).orElse(null), true);
        if (closing.resolution() == Resolution.NOT_RESOLVED) {
            REOPENINGS.set(execution, REOPENINGS.find(execution).orElse(0) + 1);
            LESSON_OWED.set(execution, true);
        }
        if (closing.resolution().ends()) {
            clocks.settled(execution);
        }
        facts.closed(desk.key(execution), closing, REOPENINGS.find(execution).orElse(0));
    }
}
