package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.engine.AsSystem;
import agency.frontline.nextstep.NextStepLeft;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the task of a step that another case follows from now on, in the same transaction. */
@Component
class NextStepMoves {

    private final CaseRegister register;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    NextStepMoves(CaseRegister register, AsSystem asSystem, @Lazy RuntimeService runtime) {
        this.register = register;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @EventListener
    void on(NextStepLeft left) {
        register.find(left.businessKey())
                // Whoever has completed the task a moment ago needs no telling; the step is recorded as a job of its
                // own.
                .ifPresent(head ->
                        asSystem.perform(() -> runtime.createMessageCorrelation(head.process() + "." + NEXT_STEP_MOVED)
                                .processInstanceId(head.processInstanceId())
                                .localVariableEquals(NEXT_STEP.name(), left.id())
                                .correlateAll()));
    }
}
