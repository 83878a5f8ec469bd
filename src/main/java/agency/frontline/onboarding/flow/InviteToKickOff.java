package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Everybody who comes has it in their calendar; one that moves replaces the earlier one (F12). */
@Component
class InviteToKickOff implements JavaDelegate {

    private final KickOffInvitations invitations;

    InviteToKickOff(KickOffInvitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.send(execution, KICK_OFF_AT.in(execution));
    }
}
