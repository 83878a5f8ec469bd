package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Whoever was asked has most likely decided. */
@Component
class PrepareRuling implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        DECIDED_BY.set(task.getExecution(), DECIDER.in(task.getExecution()));
        RULING.set(task.getExecution(), null);
    }
}
