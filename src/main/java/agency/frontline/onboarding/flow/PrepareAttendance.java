package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.onboarding.KickOffResult;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** It began when it was planned, unless somebody says otherwise. */
@Component
class PrepareAttendance implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        KICK_OFF_RESULT.set(execution, KickOffResult.HELD);
        BEGAN_AT.set(execution, KICK_OFF_AT.in(execution).toString());
    }
}
