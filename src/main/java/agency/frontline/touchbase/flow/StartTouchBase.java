package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.PlanTouchBasesFlow.CLIENT_TO_LOOK_AT;

import agency.frontline.engine.AsSystem;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Starts the touch-base in the transaction that notes that the client was looked at: both stand or neither. */
@Component
class StartTouchBase implements JavaDelegate {

    private final AsSystem asSystem;
    private final RuntimeService runtime;

    StartTouchBase(AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var client = CLIENT_TO_LOOK_AT.in(execution).stringValue();
        asSystem.perform(() -> runtime.startProcessInstanceByKey(
                TouchBaseFlow.KEY, Map.<String, Object>of(TouchBaseFlow.CLIENT.name(), client)));
    }
}
