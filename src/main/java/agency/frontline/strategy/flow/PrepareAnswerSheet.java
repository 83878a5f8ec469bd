package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A row for each fear and each need; where a question stands in the plan is known already. */
@Component
class PrepareAnswerSheet implements TaskListener {

    private final StrategyDesk desk;

    PrepareAnswerSheet(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var heard = desk.heard(execution);
        var mapped = desk.mapped(execution, FormAnswers.in(execution));
        ANSWER_SHEET.set(
                execution,
                StrategyDesk.json(heard.needs().stream()
                        .map(need -> mapped.questions().stream()
                                .filter(question -> question.question().equals(need))
                                .findFirst()
                                .map(question -> Map.of(
                                        "what",
                                        need,
                                        "place",
                                        Optional.ofNullable(question.place()).orElse(""),
                                        "how",
                                        question.because()))
                                .orElse(Map.of("what", need)))
                        .toList()));
    }
}
