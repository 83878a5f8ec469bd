package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Contact;
import agency.frontline.client.ContactProfiles;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.engine.Variable;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The terms of the client's tier, or of the version that is being discussed, stand there already (C-61). */
@Component
class PrepareServicePledge implements TaskListener {

    private final OnboardingDesk desk;
    private final Pledges pledges;
    private final ContactProfiles profiles;

    PrepareServicePledge(OnboardingDesk desk, Pledges pledges, ContactProfiles profiles) {
        this.desk = desk;
        this.pledges = pledges;
        this.profiles = profiles;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        pledges.proposed(desk.client(execution)).rows().forEach((field, value) -> {
            if (value instanceof Integer number) {
                Variable.integer(field).set(execution, number);
            } else {
                Variable.text(field).set(execution, value == null ? "" : value.toString());
            }
        });
        if (DECIDER.find(execution).filter(named -> !named.isBlank()).isEmpty()) {
            DECIDER.set(
                    execution,
                    profiles.decider(desk.client(execution)).map(Contact::email).orElse(null));
        }
        PLEDGE_OUTCOME.set(execution, null);
        CLIENT_WISH.set(execution, null);
    }
}
