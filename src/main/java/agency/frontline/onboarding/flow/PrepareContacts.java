package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.client.ContactProfiles;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Whom we know already stands there, with what we know of them. */
@Component
class PrepareContacts implements TaskListener {

    private final OnboardingDesk desk;
    private final ContactProfiles profiles;

    PrepareContacts(OnboardingDesk desk, ContactProfiles profiles) {
        this.desk = desk;
        this.profiles = profiles;
    }

    @Override
    public void notify(DelegateTask task) {
        var execution = task.getExecution();
        var rows = Spin.JSON("[]");
        for (var contact : desk.client(execution).contacts()) {
            var row = Spin.JSON("{}")
                    .prop("name", contact.name())
                    .prop("email", contact.email())
                    .prop("role", contact.role() == null ? "" : contact.role())
                    .prop("channel", contact.channel().name())
                    .prop("language", contact.language());
            profiles.find(contact.email()).ifPresent(known -> row.prop("matters", known.matters())
                    .prop("badNews", known.badNews())
                    .prop("bestTime", known.bestTime() == null ? "" : known.bestTime())
                    .prop("decides", known.decides()));
            rows.append(row);
        }
        CONTACTS.set(execution, rows);
    }
}
