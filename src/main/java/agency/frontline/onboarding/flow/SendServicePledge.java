package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.pledge.Pledges;
import agency.frontline.notification.PledgeLetter;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The pledge as a document, in the language of its reader (C-61). */
@Component
class SendServicePledge implements JavaDelegate {

    private final OnboardingDesk desk;
    private final Pledges pledges;
    private final PledgeLetter letters;

    SendServicePledge(OnboardingDesk desk, Pledges pledges, PledgeLetter letters) {
        this.desk = desk;
        this.pledges = pledges;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var pledge = pledges.version(CLIENT.in(execution), PLEDGE_VERSION.in(execution))
                .orElseThrow();
        letters.send(desk.letter(execution, desk.lead(execution), List.of()), pledge);
    }
}
