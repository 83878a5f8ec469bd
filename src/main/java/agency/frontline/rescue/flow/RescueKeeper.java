package agency.frontline.rescue.flow;

import static agency.frontline.rescue.flow.AccountRescueFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.rescue.Rescues;
import agency.frontline.text.Refusal;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the file of every rescue before its first step, and closes it after its last. */
@Component
class RescueKeeper implements CaseKeeper {

    /** Business days in which a plan is agreed. */
    private static final int PLAN_DAYS = 1;

    private final CaseRegister register;
    private final Rescues rescues;
    private final Clients clients;
    private final ContactOfStart contactOfStart;
    private final Clock clock;

    RescueKeeper(CaseRegister register, Rescues rescues, Clients clients, ContactOfStart contactOfStart, Clock clock) {
        this.register = register;
        this.rescues = rescues;
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
        var contact = CLIENT.find(instance).isEmpty() ? named(instance) : known(instance);
        var client = clients.get(CLIENT.in(instance));
        if (OWNER.find(instance).isEmpty()) {
            OWNER.set(instance, client.team().accountManager());
        }
        CONTACT.set(instance, contact.email());
        PLAN_BY.set(instance, clients.calendarOf(client).plusBusinessDays(clock.instant(), PLAN_DAYS));
        REASON.declare(instance);
        var key = register.draw("RSC");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                contact.email(),
                contact.name(),
                OWNER.in(instance),
                SUBJECT.in(instance),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
        rescues.begin(
                key,
                client.code(),
                PARENT_CASE.find(instance).orElse(null),
                WHAT_HAPPENED.find(instance).orElse(""));
    }

    /** A person started it: all of the form is needed, and one rescue at a time is enough. */
    private Contact named(DelegateExecution instance) {
        var answers = FormAnswers.in(instance);
        answers.required(CONTACT.name(), "Say who at the client it is about, by mail address or name.");
        answers.required(SUBJECT.name(), "Say in a few words what it is about.");
        answers.required(WHAT_HAPPENED.name(), "Say what happened, so that the director can judge it.");
        answers.done();
        var known = contactOfStart.find(answers.text(CONTACT.name()));
        var client = known.client().code();
        rescues.openAt(client).stream().findFirst().ifPresent(open -> {
            throw Refusal.of(CONTACT.name(), open.businessKey() + " is under way for this client; carry on there.");
        });
        CLIENT.set(instance, client);
        return known.contact();
    }

    /** Another case has come to that: whoever it spoke with, or the client's first contact. */
    private Contact known(DelegateExecution instance) {
        var client = clients.get(CLIENT.in(instance));
        var named = CONTACT.find(instance).orElse("");
        if (SUBJECT.find(instance).isEmpty()) {
            SUBJECT.set(instance, "Rescue of the account of " + client.name());
        }
        return client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(named))
                .findFirst()
                .or(() -> client.contacts().stream().findFirst())
                .orElseThrow(() -> Refusal.of(CONTACT.name(), client.name() + " has no contact yet; add one first."));
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        // Without a verdict it is the end of a notice about a late date, and the rescue goes on.
        if (RESCUE_VERDICT.find(instance).isPresent()) {
            OUTCOME.set(instance, endEvent);
        }
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isEmpty()) {
            return;
        }
        rescues.end(key);
        register.moveTo(key, OUTCOME.find(instance).isPresent() ? Status.RESOLVED : Status.WITHDRAWN);
    }
}
