package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.notification.Letters;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Writes the reminder and counts the silence; a date the manager had set is met now (F5). */
@Component
class PrepareFollowUp implements TaskListener {

    private final IssueDesk desk;
    private final Letters letters;

    PrepareFollowUp(IssueDesk desk, Letters letters) {
        this.desk = desk;
        this.letters = letters;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        int silences = SILENCES.find(execution).orElse(0) + 1;
        SILENCES.set(execution, silences);
        FOLLOW_UP_ON.clear(execution);
        FOLLOW_UP_ACTION.clear(execution);
        CLIENT_SAID.clear(execution);
        CLIENT_SAID_CHANNEL.clear(execution);
        CHASER_TEXT.set(execution, letters.suggestedChaser(desk.letter(execution), Math.min(silences, 3)));
    }
}
