package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.*;

import agency.frontline.engine.FormContext;
import java.util.Map;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the form of a next step shows beside its fields, in whatever flow. */
@Component
class NextStepContext implements FormContext {

    private final NextStepDesk desk;

    NextStepContext(NextStepDesk desk) {
        this.desk = desk;
    }

    @Override
    public boolean serves(String processKey) {
        return true;
    }

    @Override
    public Map<String, Function<DelegateTask, @Nullable Object>> values() {
        return Map.of(STEP_DUE_TEXT.name(), task -> STEP_DUE.find(task.getExecution())
                .map(due -> "It is due by " + desk.inWords(task.getExecution(), due) + ".")
                .orElse(null));
    }
}
