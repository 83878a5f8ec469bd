package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** An update stands there written, one click sends it (F4). */
@Component
class PrepareUpdate implements TaskListener {

    private final IssueDesk desk;
    private final Letters letters;

    PrepareUpdate(IssueDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        UPDATE_TEXT.set(execution, letters.suggestedUpdate(desk.letter(execution)));
    }
}
