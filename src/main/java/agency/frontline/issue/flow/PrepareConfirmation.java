package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.issue.IssueKind;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Asks the closing question of its kind, afresh each time (C-01, C-72). */
@Component
class PrepareConfirmation implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var kind = ISSUE_KIND.find(execution);
        CLOSING_QUESTION.set(execution, kind.map(IssueKind::closingQuestion).orElse("Ask the client: is it settled?"));
        MOOD_ASKED.set(execution, kind.map(IssueKind::moodMatters).orElse(false));
        List.of(RESOLUTION, PURPOSE_MET, MOOD_BEFORE, MOOD_AFTER, UNCONFIRMED_REASON)
                .forEach(answer -> answer.clear(execution));
    }
}
