package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.Diagnosis;
import agency.frontline.issue.IssueFacts;
import agency.frontline.issue.Urgency;
import agency.frontline.lesson.Lessons;
import agency.frontline.text.Refusal;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A diagnosis is a fact that measures count; its view is where the position starts, and it dates what is asked (C-45, C-17). */
@Component
class RememberDiagnosis implements TaskListener {

    /** Where the account manager names no day. */
    private static final int OPINION_WITHIN_DAYS = 2;

    private final IssueDesk desk;
    private final IssueFacts facts;
    private final Lessons lessons;

    RememberDiagnosis(IssueDesk desk, IssueFacts facts, Lessons lessons) {
        this.desk = desk;
        this.facts = facts;
        this.lessons = lessons;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var key = desk.key(execution);
        if (EMERGENCY.in(execution) && !desk.isTriaged(execution)) {
            TRIAGE_ASKED.declare(execution);
            URGENCY.set(execution, Urgency.HIGH);
            if (!isWhole(task, key)) {
                ISSUE_KIND.set(execution, null);
                return;
            }
        }
        var diagnosis = diagnosis(task, key);
        facts.diagnosed(key, diagnosis);
        LESSONS_HELP.find(execution).ifPresent(help -> lessons.helped(key, help));
        POSITION.set(execution, diagnosis.view());
        if (diagnosis.handOver() != null) {
            var calendar = desk.calendar(execution);
            var neededBy = diagnosis.handOver().neededBy();
            OPINION_BY.set(
                    execution,
                    neededBy == null
                            ? calendar.plusBusinessDays(desk.now(), OPINION_WITHIN_DAYS)
                            : calendar.endOfBusinessDay(neededBy));
        }
    }

    private Diagnosis diagnosis(DelegateTask task, String key) {
        return Diagnosis.from(FormAnswers.in(task), desk.clientWords(key), desk.today(task.getExecution()));
    }

    /** In an emergency nobody has to fill in the diagnosis first; who has, need not do so again. */
    private boolean isWhole(DelegateTask task, String key) {
        try {
            diagnosis(task, key);
            return true;
        } catch (Refusal notYet) {
            return false;
        }
    }
}
