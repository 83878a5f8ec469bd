package agency.frontline.whereweare.flow;

import static agency.frontline.whereweare.flow.WhereWeAreFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.notification.WhereWeAreLetter;
import agency.frontline.text.Refusal;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the file of every letter before it leaves, so that whatever was said can be found. */
@Component
class WhereWeAreKeeper implements CaseKeeper {

    private final CaseRegister register;
    private final Clients clients;
    private final WhereWeAreLetter letter;
    private final Clock clock;

    WhereWeAreKeeper(CaseRegister register, Clients clients, WhereWeAreLetter letter, Clock clock) {
        this.register = register;
        this.clients = clients;
        this.letter = letter;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        if (CLIENT.find(instance).isEmpty()
                || PLAN_VERSION.find(instance).isEmpty()
                || READERS.find(instance).isEmpty()) {
            throw Refusal.of(CLIENT.name(), "Send it from the page of the client's plan, /clients/<code>/plan.");
        }
        var client = clients.get(CLIENT.in(instance));
        var first = READERS.in(instance).elements().get(0).stringValue();
        var reader = client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(first))
                .findFirst()
                .orElseThrow(() -> Refusal.of(READERS.name(), "Choose among the client's contacts."));
        OWNER.set(instance, client.team().accountManager());
        var key = register.draw("WWA");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                reader.email(),
                reader.name(),
                OWNER.in(instance),
                letter.title(client, reader.language()),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        // It has one end.
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isPresent()) {
            register.moveTo(key, Status.RESOLVED);
        }
    }
}
