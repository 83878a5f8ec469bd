package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.issue.Diagnosis;
import agency.frontline.issue.IssueFacts;
import agency.frontline.lesson.Lessons;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A diagnosis is a fact that measures count, and its view is where the position starts (C-45, C-17). */
@Component
class RememberDiagnosis implements TaskListener {

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
        var diagnosis = Diagnosis.from(FormAnswers.in(task), desk.clientWords(key), desk.today(execution));
        facts.diagnosed(key, diagnosis);
        LESSONS_HELP.find(execution).ifPresent(help -> lessons.helped(key, help));
        POSITION.set(execution, diagnosis.view());
    }
}
