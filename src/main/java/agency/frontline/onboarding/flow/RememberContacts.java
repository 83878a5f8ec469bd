package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.Clients;
import agency.frontline.client.ContactProfiles;
import agency.frontline.engine.FormAnswers;
import agency.frontline.onboarding.PeopleMet;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** People and what matters to each of them stand in the directory, and on every form that speaks with them (C-67). */
@Component
class RememberContacts implements TaskListener {

    private final OnboardingDesk desk;
    private final Clients clients;
    private final ContactProfiles profiles;

    RememberContacts(OnboardingDesk desk, Clients clients, ContactProfiles profiles) {
        this.desk = desk;
        this.clients = clients;
        this.profiles = profiles;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var client = desk.client(execution);
        var met = PeopleMet.from(FormAnswers.in(task), client);
        clients.save(met.applyTo(client));
        profiles.save(client.code(), met.profiles());
        if (met.contacts().stream().noneMatch(contact -> contact.email().equalsIgnoreCase(CONTACT.in(execution)))) {
            CONTACT.set(execution, met.contacts().get(0).email());
            CONTACT_NAME.set(execution, met.contacts().get(0).name());
        }
    }
}
