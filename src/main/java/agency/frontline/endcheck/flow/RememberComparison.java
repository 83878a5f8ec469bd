package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.endcheck.EndChecks;
import agency.frontline.endcheck.WhatNext;
import agency.frontline.engine.FormAnswers;
import agency.frontline.lesson.Learned;
import agency.frontline.lesson.Lesson;
import agency.frontline.lesson.Lessons;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What was learned is kept with the answers; a lesson goes where the next diagnosis finds it (C-17, C-27). */
@Component
class RememberComparison implements TaskListener {

    /** The kind of issue in which it helps: somebody wonders whether they are on the way. */
    private static final String KIND = "ANXIETY";

    private final EndCheckDesk desk;
    private final EndChecks checks;
    private final Lessons lessons;

    RememberComparison(EndCheckDesk desk, EndChecks checks, Lessons lessons) {
        this.desk = desk;
        this.checks = checks;
        this.lessons = lessons;
    }

    @Override
    public void notify(DelegateTask task) {
        var next = WHAT_NEXT.in(task);
        checks.conclude(
                desk.key(task), LEARNED.in(task), next, NEXT_WORDS.find(task).orElse(""));
        if (next == WhatNext.LESSON) {
            var learned = Learned.from(FormAnswers.in(task));
            lessons.learn(new Lesson(
                    desk.key(task),
                    CLIENT.in(task),
                    KIND,
                    List.of(),
                    learned.cause().name(),
                    learned.sign(),
                    learned.whatToDo(),
                    learned.effortFelt(),
                    desk.now()));
        }
    }
}
