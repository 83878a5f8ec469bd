package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.engine.FormAnswers;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The hour of the kick-off, as a moment that timers and calendars know. */
@Component
class RememberKickOff implements TaskListener {

    private final KickOffInvitations invitations;

    RememberKickOff(KickOffInvitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        KICK_OFF_AT.set(execution, FormAnswers.in(task).moment(KICK_OFF_ON.name()));
        KICK_OFF_TITLE.set(execution, invitations.title(execution));
    }
}
