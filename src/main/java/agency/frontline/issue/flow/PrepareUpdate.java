package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Letters;
import agency.frontline.notification.Notices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** An update stands there written, one click sends it; the owner is told (F4). */
@Component
class PrepareUpdate implements TaskListener {

    private final IssueDesk desk;
    private final Letters letters;
    private final Notices notices;

    PrepareUpdate(IssueDesk desk, Letters letters, Notices notices) {
        this.desk = desk;
        this.letters = letters;
        this.notices = notices;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        UPDATE_TEXT.set(execution, letters.suggestedUpdate(desk.letter(execution)));
        notices.updateDue(desk.about(execution), OWNER.in(execution), NEXT_UPDATE_BY.in(execution));
    }
}
