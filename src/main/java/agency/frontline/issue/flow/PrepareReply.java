package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.Stance;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Presets what is likely and empties what an earlier answer left; the position stands there as the view (C-48). */
@Component
class PrepareReply implements TaskListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;

    PrepareReply(IssueDesk desk, IssueClocks clocks) {
        this.desk = desk;
        this.clocks = clocks;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        task.setDueDate(clocks.answerBy(execution));
        forgetTheDayToFollowUpWhenPast(execution);
        STANCE.set(execution, Stance.VIEW);
        REPLY_CHANNEL.set(execution, "EMAIL");
        REPLY_TEXT.clear(execution);
        NO_VIEW_YET.clear(execution);
        SEND_NOW.clear(execution);
        PROMISES.clear(execution);
    }

    /** A day the manager set stands until it has come (F5). */
    private void forgetTheDayToFollowUpWhenPast(DelegateExecution execution) {
        var day = FormAnswers.in(execution).day(FOLLOW_UP_ON.name());
        if (day != null && day.isBefore(desk.today(execution))) {
            FOLLOW_UP_ON.clear(execution);
        }
    }
}
