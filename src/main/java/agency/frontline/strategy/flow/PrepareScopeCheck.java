package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.strategy.Option;
import java.util.LinkedHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** What an option takes, against the hours and the money that are left (F11). */
@Component
class PrepareScopeCheck implements ExecutionListener {

    private final StrategyDesk desk;

    PrepareScopeCheck(StrategyDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var option = Option.of(OPTION.in(execution).mapTo(LinkedHashMap.class));
        var use = desk.use(execution).orElseThrow();
        HOURS_PERCENT.setLocal(execution, Option.percent(option.hours(), use.hoursLeft()));
        MONEY_PERCENT.setLocal(execution, Option.percent(option.money(), use.moneyLeft()));
        LEAVES_SOMETHING_OUT.setLocal(execution, !option.leavesOut().isEmpty());
    }
}
