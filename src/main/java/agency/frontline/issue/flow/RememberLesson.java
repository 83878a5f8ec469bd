package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.lesson.Learned;
import agency.frontline.lesson.Lesson;
import agency.frontline.lesson.Lessons;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The lesson goes where the next similar diagnosis finds it (C-17). */
@Component
class RememberLesson implements TaskListener {

    private final IssueDesk desk;
    private final Lessons lessons;

    RememberLesson(IssueDesk desk, Lessons lessons) {
        this.desk = desk;
        this.lessons = lessons;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var learned = Learned.from(FormAnswers.in(task));
        lessons.learn(new Lesson(
                desk.key(execution),
                CLIENT.in(execution),
                ISSUE_KIND.in(execution).name(),
                FormAnswers.in(execution).list(DISCIPLINES.name()),
                learned.cause().name(),
                learned.sign(),
                learned.whatToDo(),
                learned.effortFelt(),
                desk.now()));
    }
}
