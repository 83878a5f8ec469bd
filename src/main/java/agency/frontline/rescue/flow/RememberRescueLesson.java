package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.lesson.Learned;
import agency.frontline.lesson.Lesson;
import agency.frontline.lesson.Lessons;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The lesson goes where the next diagnosis of an account at risk finds it (C-17, C-27). */
@Component
class RememberRescueLesson implements TaskListener {

    /** The kind of issue in which it helps. */
    private static final String KIND = "ACCOUNT_AT_RISK";

    private final RescueDesk desk;
    private final Lessons lessons;

    RememberRescueLesson(RescueDesk desk, Lessons lessons) {
        this.desk = desk;
        this.lessons = lessons;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = (DelegateExecution) task.getExecution();
        var learned = Learned.from(FormAnswers.in(task));
        lessons.learn(new Lesson(
                desk.key(execution),
                CLIENT.in(execution),
                KIND,
                List.of(),
                learned.cause().name(),
                learned.sign(),
                learned.whatToDo(),
                learned.effortFelt(),
                desk.now()));
    }
}
