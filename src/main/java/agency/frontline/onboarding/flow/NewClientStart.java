package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.KEY;

import agency.frontline.client.Clients;
import agency.frontline.engine.ClientOfStart;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Person;
import agency.frontline.onboarding.Newcomer;
import agency.frontline.onboarding.Onboardings;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes in who was won: an unknown code opens a client's file with whoever starts the onboarding as its account manager,
 * a known one is taken through what was never done with it.
 */
@Component
class NewClientStart implements ClientOfStart {

    /** What the directory calls a field, and what the form does. */
    private static final Map<String, String> FIELDS = Map.of(
            "code", "client",
            "name", "clientName",
            "contacts[0].email", "contact",
            "contacts[0].name", "contactName",
            "team.accountManager", "owner",
            "team.director", "director");

    private final Clients clients;
    private final Onboardings onboardings;
    private final Colleagues colleagues;
    private final CurrentPerson person;

    NewClientStart(Clients clients, Onboardings onboardings, Colleagues colleagues, CurrentPerson person) {
        this.clients = clients;
        this.onboardings = onboardings;
        this.colleagues = colleagues;
        this.person = person;
    }

    @Override
    public Optional<String> clientOf(String processDefinitionKey, Map<String, Object> startVariables) {
        if (!processDefinitionKey.startsWith(KEY)) {
            return Optional.empty();
        }
        var code = Objects.toString(startVariables.get("client"), "").strip().toUpperCase(Locale.ROOT);
        var known = clients.find(code);
        if (known.isEmpty()) {
            takeIn(Newcomer.from(new Answers(startVariables::get), code, staff()));
        } else if (!person.mayKnow(code)) {
            throw Refusal.of("client", "This code is taken; choose another one.");
        }
        return Optional.of(code);
    }

    private void takeIn(Newcomer newcomer) {
        try {
            clients.save(newcomer.toClient(ZoneOffset.UTC));
        } catch (Refusal refusal) {
            throw Refusal.of(refusal.errors().stream()
                    .map(error -> new FieldError(FIELDS.getOrDefault(error.field(), error.field()), error.message()))
                    .toList());
        }
        onboardings.isNew(newcomer.code());
    }

    private Newcomer.Staff staff() {
        return new Newcomer.Staff() {
            @Override
            public String starter() {
                return person.isIn("account-managers") ? person.id().orElse("") : "";
            }

            @Override
            public List<String> members(String group) {
                return colleagues.inGroup(group).stream().map(Person::id).toList();
            }
        };
    }
}
