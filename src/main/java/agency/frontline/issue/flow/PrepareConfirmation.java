package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The closing question is asked afresh each time (C-01, C-72). */
@Component
class PrepareConfirmation implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        List.of(RESOLUTION, PURPOSE_MET, MOOD_BEFORE, MOOD_AFTER, UNCONFIRMED_REASON)
                .forEach(answer -> answer.clear(execution));
    }
}
