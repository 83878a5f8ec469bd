package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.issue.Course;
import agency.frontline.lesson.Lessons;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Puts before the account manager what is known already: presets, and at most three lessons of similar cases (C-17). */
@Component
class PrepareDiagnosis implements TaskListener {

    private final IssueDesk desk;
    private final IssueClocks clocks;
    private final Lessons lessons;

    PrepareDiagnosis(IssueDesk desk, IssueClocks clocks, Lessons lessons) {
        this.desk = desk;
        this.clocks = clocks;
        this.lessons = lessons;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        if (ASKED_FOR.find(execution).isEmpty()) {
            ASKED_FOR.set(execution, SUBJECT.in(execution));
            CONFIDENCE.set(execution, "MEDIUM");
        }
        COURSE.set(execution, Course.ANSWER);
        List.of(SPECIALISTS, WHAT_I_NEED, NEEDED_BY, TOLD_CLIENT, ALREADY_TOLD, LESSONS_HELP)
                .forEach(answer -> answer.clear(execution));
        task.setDueDate(
                EMERGENCY.in(execution) && DIAGNOSIS_BY.find(execution).isEmpty()
                        ? clocks.diagnoseLater(execution)
                        : clocks.answerBy(execution));
        ISSUE_KIND
                .find(execution)
                .ifPresentOrElse(
                        kind -> lessons.offer(
                                desk.key(execution),
                                CLIENT.in(execution),
                                kind.name(),
                                FormAnswers.in(execution).list(DISCIPLINES.name())),
                        () -> lessons.offer(desk.key(execution), CLIENT.in(execution)));
    }
}
