package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.STEP_WHAT;

import agency.frontline.text.SafeText;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Several steps stand in one list, and each must be known there by what it is. */
@Component
class NameNextStep implements TaskListener {

    /** What a list shows without breaking the line. */
    private static final int LENGTH = 80;

    @Override
    public void notify(DelegateTask task) {
        task.setName(task.getName() + ": " + SafeText.line(STEP_WHAT.in(task), LENGTH));
    }
}
