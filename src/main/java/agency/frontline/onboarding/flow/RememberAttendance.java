package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.engine.FormAnswers;
import agency.frontline.onboarding.KickOffResult;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** When the kick-off really began, or when it is to begin instead (C-25). */
@Component
class RememberAttendance implements TaskListener {

    private final OnboardingDesk desk;

    RememberAttendance(OnboardingDesk desk) {
        this.desk = desk;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var answers = FormAnswers.in(task);
        if (KICK_OFF_RESULT.in(execution) == KickOffResult.MOVED) {
            KICK_OFF_AT.set(execution, answers.moment(KICK_OFF_ON.name()));
            desk.moved(execution);
        } else {
            var began = answers.moment(BEGAN_AT.name());
            KICK_OFF_BEGAN.set(execution, began == null ? KICK_OFF_AT.in(execution) : began);
            desk.done(execution, ATTEND_KICK_OFF);
            desk.standsStillNoMore(execution);
        }
    }
}
