package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.strategy.Resets;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** What the director decided goes with the option; that seniors had to come in is a fact (F11, C-87). */
@Component
class RememberChangeOrder implements TaskListener {

    private final StrategyDesk desk;
    private final Resets resets;

    RememberChangeOrder(StrategyDesk desk, Resets resets) {
        this.desk = desk;
        this.resets = resets;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var id = CHANGE_ORDER.in(execution).prop("optionId").stringValue();
        var judged = Spin.JSON("[]");
        for (var option : JUDGED_OPTIONS.in(execution).elements()) {
            var next = Spin.JSON(option.toString());
            if (next.prop("optionId").stringValue().equals(id)) {
                next.prop(
                                CHANGE_ORDER_DECISION.name(),
                                CHANGE_ORDER_DECISION.in(execution).name())
                        .prop(
                                CHANGE_ORDER_REASON.name(),
                                CHANGE_ORDER_REASON.find(execution).orElse(""));
            }
            judged.append(next);
        }
        JUDGED_OPTIONS.set(execution, judged);
        resets.seniorsJoined(desk.key(execution));
        desk.done(execution);
    }
}
