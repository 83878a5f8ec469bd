package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.pledge.Pledges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The pledge as a document, in the language of its reader (C-61). */
@Component
class SendServicePledge implements JavaDelegate {

    private final OnboardingDesk desk;
    private final Pledges pledges;

    SendServicePledge(OnboardingDesk desk, Pledges pledges) {
        this.desk = desk;
        this.pledges = pledges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pledges.sent(CLIENT.in(execution), PLEDGE_VERSION.in(execution));
    }
}
