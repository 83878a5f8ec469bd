package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** The step where it stands is done and counts; whoever draws more steps counts them or not (C-63). */
@Component
class CountProgress implements ExecutionListener {

    private final OnboardingDesk desk;

    CountProgress(OnboardingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateExecution execution) {
        if (execution.isCanceled()) {
            return;
        }
        var step = execution.getCurrentActivityId();
        var day = step.equals(TOUCH_BASE_WITH_CLIENT)
                ? TOUCH_BASE_DAY.find(execution)
                : step.equals(ASK_FOR_PULSE) ? PULSE_DAY.find(execution) : Optional.<SpinJsonNode>empty();
        desk.done(execution, day.map(on -> CourseChosen.part(step, on)).orElse(step));
    }
}
