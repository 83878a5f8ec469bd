package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.engine.TaskGate;
import agency.frontline.lesson.Learned;
import agency.frontline.text.Nameless;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** A plan has somebody who stands for it, a visit the client's words, a review its reason, a lesson no names. */
@Component
class RescueGates implements TaskGate {

    private static final Set<String> TASKS = Set.of(AGREE_RESCUE_PLAN, VISIT_CLIENT, REVIEW_RESCUE, DRAW_LESSON);

    private final RescueDesk desk;

    RescueGates(RescueDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean guards(String processKey, String taskKey) {
        return processKey.startsWith(KEY) && TASKS.contains(taskKey);
    }

    @Override
    public void check(DelegateTask task) {
        switch (task.getTaskDefinitionKey()) {
            case AGREE_RESCUE_PLAN -> desk.plan(task);
            case VISIT_CLIENT -> desk.visit(task);
            case REVIEW_RESCUE -> desk.review(task);
            default -> lesson(task);
        }
    }

    private void lesson(DelegateTask task) {
        var answers = FormAnswers.in(task);
        Nameless.check(
                answers, List.of(SIGN.name(), WHAT_TO_DO.name()), desk.names((DelegateExecution) task.getExecution()));
        Learned.from(answers);
    }
}
