package agency.frontline.pulse.flow;

import static agency.frontline.pulse.flow.SatisfactionPulseFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.pulse.Pulses;
import agency.frontline.text.SafeText;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the file of every pulse before its first step, and closes it after its last. */
@Component
class PulseKeeper implements CaseKeeper {

    private static final int SUBJECT_AT_MOST = 200;

    private final CaseRegister register;
    private final Pulses pulses;
    private final Clients clients;
    private final ContactOfStart contactOfStart;
    private final Clock clock;

    PulseKeeper(CaseRegister register, Pulses pulses, Clients clients, ContactOfStart contactOfStart, Clock clock) {
        this.register = register;
        this.pulses = pulses;
        this.clients = clients;
        this.contactOfStart = contactOfStart;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        var caller = instance.getSuperExecution();
        var name = caller == null ? readForm(instance) : calledWith(instance);
        var client = clients.get(CLIENT.in(instance));
        if (OWNER.find(instance).isEmpty()) {
            OWNER.set(instance, client.team().accountManager());
        }
        var key = register.draw("PLS");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                CONTACT.in(instance),
                name,
                OWNER.in(instance),
                SafeText.line("Pulse: " + name, SUBJECT_AT_MOST),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
        pulses.open(key, client.code(), CONTACT.in(instance), numberOf(caller));
        // Declared, so that the table may ask for them, and conditions for what nobody has answered yet.
        DAYS_SINCE_LAST_PULSE.declare(instance);
        OPEN_ISSUE_KINDS.declare(instance);
        LOWEST_SCORE.declare(instance);
    }

    private static @Nullable String numberOf(@Nullable DelegateExecution caller) {
        return caller == null ? null : caller.getProcessBusinessKey();
    }

    /** @return the contact's name */
    private String readForm(DelegateExecution instance) {
        var known = contactOfStart.find(CONTACT.find(instance).orElse(""));
        CLIENT.set(instance, known.client().code());
        CONTACT.set(instance, known.contact().email());
        return known.contact().name();
    }

    /**
     * Another flow says whom to ask; somebody known only by their client's mail domain goes by their address.
     *
     * @return the contact's name
     */
    private String calledWith(DelegateExecution instance) {
        var address = CONTACT.in(instance);
        return clients.get(CLIENT.in(instance)).contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(address))
                .findFirst()
                .map(contact -> contact.name())
                .orElse(address);
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        OUTCOME.set(instance, endEvent);
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isEmpty()) {
            return;
        }
        pulses.close(key);
        var answered = OUTCOME.find(instance).map(ENDED_ANSWERED::equals).orElse(false);
        register.moveTo(key, answered ? Status.RESOLVED : Status.WITHDRAWN);
    }
}
