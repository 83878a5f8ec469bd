package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.*;

import agency.frontline.nextstep.NextSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** How a step ended, and when; it stands in no report after this. */
@Component
class RecordNextStep implements JavaDelegate {

    private final NextSteps steps;

    RecordNextStep(NextSteps steps) {
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        steps.end(
                STEP_ID.in(execution).stringValue(),
                STEP_OUTCOME.in(execution),
                STEP_NOTE.find(execution).orElse(null));
    }
}
