package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.engine.AsSystem;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Doubts about the plan are gone over in a case of their own, in the words of the client (C-76). */
@Component
class OpenDoubtAsReset implements JavaDelegate {

    private static final String STRATEGY_RESET = "strategyReset";

    private final TouchBaseDesk desk;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    OpenDoubtAsReset(TouchBaseDesk desk, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.desk = desk;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var doubt = Map.<String, Object>of(
                CLIENT.name(),
                CLIENT.in(execution),
                OWNER.name(),
                OWNER.in(execution),
                CONTACT.name(),
                desk.partner(execution).email(),
                CHANNEL.name(),
                CHANNEL.in(execution).name(),
                "clientWords",
                WORRY.in(execution),
                PARENT_CASE.name(),
                desk.key(execution));
        OPENED_RESET.set(
                execution,
                asSystem.run(() -> runtime.startProcessInstanceByKey(STRATEGY_RESET, doubt))
                        .getBusinessKey());
    }
}
