package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** When it was presented is when the report counts from. */
@Component
class RememberClientDecision implements TaskListener {

    private final StrategyDesk desk;

    RememberClientDecision(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var presented = FormAnswers.in(task).moment(PRESENTED_ON.name());
        PRESENTED_AT.set(execution, presented == null ? desk.now() : presented);
        desk.done(execution);
    }
}
