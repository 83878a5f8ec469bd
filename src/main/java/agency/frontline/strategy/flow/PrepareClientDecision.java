package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** The question is asked afresh in each round; who mostly sits there is preset. */
@Component
class PrepareClientDecision implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        CLIENT_DECISION.clear(execution);
        CHOSEN_OPTION.clear(execution);
        CLIENT_SAID.clear(execution);
        PRESENTED_ON.clear(execution);
        ATTENDEES.set(execution, Spin.JSON("[]").append(CONTACT.in(execution)).append(OWNER.in(execution)));
    }
}
