package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A client who withdraws keeps nothing of ours in the calendar (F12). */
@Component
class CancelKickOff implements JavaDelegate {

    private final KickOffInvitations invitations;

    CancelKickOff(KickOffInvitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        if (KICK_OFF_BEGAN.find(execution).isEmpty()) {
            invitations.cancel(execution);
        }
    }
}
