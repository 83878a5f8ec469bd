package agency.frontline.endcheck.flow;

import static agency.frontline.endcheck.flow.PlanEndCheckFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.BuyIn;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.Plans;
import agency.frontline.endcheck.EndCheck.State;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.notification.Letters;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the file of every end of a plan before its first step, and closes it after its last. */
@Component
class EndCheckKeeper implements CaseKeeper {

    /** Business days at the client's in which the agency answers, the client is reminded, and the question closes. */
    private static final int AGENCY_DAYS = 3;

    private static final int REMINDER_DAYS = 5;
    private static final int CLOSING_DAYS = 10;

    private static final Set<String> ENDS = Set.of(ENDED_COMPARED, ENDED_UNANSWERED, ENDED_WITHDRAWN);

    private final CaseRegister register;
    private final Clients clients;
    private final Plans plans;
    private final EndChecks checks;
    private final ContactOfStart contactOfStart;
    private final Letters letters;
    private final Clock clock;

    EndCheckKeeper(
            CaseRegister register,
            Clients clients,
            Plans plans,
            EndChecks checks,
            ContactOfStart contactOfStart,
            Letters letters,
            Clock clock) {
        this.register = register;
        this.clients = clients;
        this.plans = plans;
        this.checks = checks;
        this.contactOfStart = contactOfStart;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        var byHand = CLIENT.find(instance).isEmpty();
        var asked = byHand ? readForm(instance) : null;
        var client = clients.get(CLIENT.in(instance));
        var plan = plans.latest(client.code())
                .orElseThrow(() -> Refusal.of(
                        CONTACT.name(),
                        client.name() + " has no plan yet; without goals there is nothing to look back at."));
        checks.standing(client.code(), plan.endsOn()).ifPresent(other -> {
            throw Refusal.of(
                    CONTACT.name(),
                    other.businessKey()
                            + (other.state() == State.OPEN
                                    ? " asks about the end of this plan already; carry on there."
                                    : " has asked about the end of this plan; read it there."));
        });
        var contact = asked != null ? asked : decider(client, plan);
        var calendar = clients.calendarOf(client);
        var now = clock.instant();
        OWNER.set(instance, client.team().accountManager());
        CONTACT.set(instance, contact.email());
        SUBJECT.set(instance, letters.endCheckSubject(contact.language()));
        ANSWER_BY.set(instance, calendar.plusBusinessDays(now, AGENCY_DAYS));
        VERDICT_REMINDS_AT.set(instance, calendar.plusBusinessDays(now, REMINDER_DAYS));
        var closesAt = calendar.plusBusinessDays(now, CLOSING_DAYS);
        VERDICT_CLOSES_AT.set(instance, closesAt);
        CLIENT_HAS_ANSWERED.set(instance, false);
        AGENCY_VERDICTS.set(instance, Spin.JSON("[]"));
        CLIENT_VERDICTS.set(instance, Spin.JSON("[]"));
        WHAT_NEXT.declare(instance);
        var key = register.draw("END");
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
                now,
                null,
                null,
                null));
        checks.begin(key, plan, contact.email(), closesAt);
    }

    private Contact readForm(DelegateExecution instance) {
        var known = contactOfStart.find(CONTACT.find(instance).orElse(""));
        CLIENT.set(instance, known.client().code());
        return known.contact();
    }

    /** Whoever said yes to the plan last, as long as they are with the client; else their first contact. */
    private static Contact decider(Client client, Plan plan) {
        return plan.buyIns().stream()
                .map(BuyIn::contact)
                .filter(Objects::nonNull)
                .map(address -> contact(client.contacts(), address))
                .filter(Objects::nonNull)
                .findFirst()
                .or(() -> client.contacts().stream().findFirst())
                .orElseThrow(() -> Refusal.of(CONTACT.name(), client.name() + " has no contact yet; add one first."));
    }

    private static @Nullable Contact contact(List<Contact> contacts, String address) {
        return contacts.stream()
                .filter(contact -> contact.email().equalsIgnoreCase(address))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        if (ENDS.contains(endEvent)) {
            OUTCOME.set(instance, endEvent);
        }
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isEmpty()) {
            return;
        }
        var outcome = OUTCOME.find(instance).orElse(ENDED_WITHDRAWN);
        checks.end(
                key,
                switch (outcome) {
                    case ENDED_COMPARED -> State.COMPARED;
                    case ENDED_UNANSWERED -> State.UNANSWERED;
                    default -> State.WITHDRAWN;
                });
        register.moveTo(key, outcome.equals(ENDED_WITHDRAWN) ? Status.WITHDRAWN : Status.RESOLVED);
    }
}
