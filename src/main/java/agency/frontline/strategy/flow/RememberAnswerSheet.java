package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** What was said to each fear stands ready for the decision (C-84, C-85). */
@Component
class RememberAnswerSheet implements TaskListener {

    private final StrategyDesk desk;

    RememberAnswerSheet(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        FEAR_ANSWERS.set(
                execution,
                StrategyDesk.json(desk.answerSheet(execution, FormAnswers.in(task)).lines().stream()
                        .map(line -> Map.of("what", line.need(), "answer", line.how()))
                        .toList()));
        desk.done(execution);
    }
}
