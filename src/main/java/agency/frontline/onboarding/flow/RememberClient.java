package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Clients;
import agency.frontline.engine.FormAnswers;
import agency.frontline.onboarding.Onboardings;
import agency.frontline.onboarding.Registration;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The client stands in the directory as registered, and every date and letter goes by it from now on. */
@Component
class RememberClient implements TaskListener {

    private final OnboardingDesk desk;
    private final Clients clients;
    private final Onboardings onboardings;

    RememberClient(OnboardingDesk desk, Clients clients, Onboardings onboardings) {
        this.desk = desk;
        this.clients = clients;
        this.onboardings = onboardings;
    }

    @Override
    public void notify(DelegateTask task) {
        var client = desk.client(task.getExecution());
        clients.save(Registration.from(FormAnswers.in(task)).applyTo(client));
        onboardings.registered(client.code());
    }
}
