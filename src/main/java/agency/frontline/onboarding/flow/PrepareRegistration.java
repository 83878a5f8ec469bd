package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Clients;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** The mail domain of whoever won us stands there already, unless it is no domain of their own. */
@Component
class PrepareRegistration implements TaskListener {

    private final OnboardingDesk desk;
    private final Clients clients;

    PrepareRegistration(OnboardingDesk desk, Clients clients) {
        this.desk = desk;
        this.clients = clients;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var address = CONTACT.in(execution);
        var domain = address.substring(address.lastIndexOf('@') + 1);
        if (clients.mayClaim(desk.client(execution).code(), domain)) {
            MAIL_DOMAINS.set(execution, domain);
        }
    }
}
