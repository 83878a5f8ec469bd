package agency.frontline.nextstep.flow;

import static agency.frontline.nextstep.flow.NextStepVariables.STEPS_TO_FOLLOW;

import agency.frontline.nextstep.NextSteps;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** The case that spoke of a step last follows it: the tasks of earlier ones end, and each begins here anew (F10). */
@Component
class TakeOverNextSteps implements JavaDelegate {

    private final NextStepDesk desk;
    private final NextSteps steps;

    TakeOverNextSteps(NextStepDesk desk, NextSteps steps) {
        this.desk = desk;
        this.steps = steps;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var follow = Spin.JSON("[]");
        for (var step : steps.of(desk.key(execution))) {
            // A version before this one may follow it in this very case.
            steps.letGo(step);
            if (step.isOpen()) {
                follow.append(step.id());
            }
        }
        STEPS_TO_FOLLOW.set(execution, follow);
    }
}
