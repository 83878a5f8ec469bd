package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Presets who most likely bought in, and the money that is paid where they are. */
@Component
class PrepareBaseline implements TaskListener {

    private final StrategyDesk desk;

    PrepareBaseline(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        BOUGHT_IN_BY.set(execution, Spin.JSON("[]").append(CONTACT.in(execution)));
        BOUGHT_IN_ON.set(execution, desk.today(execution).toString());
    }
}
