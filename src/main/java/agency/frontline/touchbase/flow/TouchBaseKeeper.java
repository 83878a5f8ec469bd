package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.TouchBaseFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.nextstep.NextSteps;
import agency.frontline.text.Refusal;
import agency.frontline.touchbase.TouchBaseAction;
import agency.frontline.touchbase.TouchBases;
import java.time.Clock;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the file of every touch-base before its first step, and closes it after its last. */
@Component
class TouchBaseKeeper implements CaseKeeper {

    /** A rhythm that is missed shows after this many business days (C-68). */
    private static final int PATIENCE_DAYS = 2;

    private final CaseRegister register;
    private final TouchBases touchBases;
    private final NextSteps steps;
    private final Clients clients;
    private final ContactOfStart contactOfStart;
    private final TouchBaseInvitations invitations;
    private final Clock clock;

    TouchBaseKeeper(
            CaseRegister register,
            TouchBases touchBases,
            NextSteps steps,
            Clients clients,
            ContactOfStart contactOfStart,
            TouchBaseInvitations invitations,
            Clock clock) {
        this.register = register;
        this.touchBases = touchBases;
        this.steps = steps;
        this.clients = clients;
        this.contactOfStart = contactOfStart;
        this.invitations = invitations;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        var partner = partner(instance);
        var client = clients.get(CLIENT.in(instance));
        if (OWNER.find(instance).isEmpty()) {
            OWNER.set(instance, client.team().accountManager());
        }
        CONTACT.set(instance, partner.email());
        SUBJECT.set(instance, "Touch-base with " + client.name());
        var calendar = clients.calendarOf(client);
        var now = clock.instant();
        TOUCH_BASE_BY.set(instance, calendar.endOfBusinessDay(calendar.localDate(calendar.nextOpen(now))));
        TOUCH_BASE_OVERDUE_AT.set(instance, calendar.plusBusinessDays(now, PATIENCE_DAYS));
        TOUCH_BASE_ACTION.set(instance, TouchBaseAction.HOLD);
        SEND_SUMMARY.set(instance, true);
        WORRY.declare(instance);
        PLAN_DOUBTED.set(instance, false);
        var key = register.draw("TCH");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                partner.email(),
                partner.name(),
                OWNER.in(instance),
                SUBJECT.in(instance),
                Status.OPEN,
                now,
                null,
                null,
                null));
        touchBases.begin(key, client.code());
    }

    /** Whom the form names, or the client's first contact where the rhythm or another flow starts it. */
    private Contact partner(DelegateExecution instance) {
        if (CLIENT.find(instance).isEmpty()) {
            var known = contactOfStart.find(FormAnswers.in(instance).text(CONTACT.name()));
            CLIENT.set(instance, known.client().code());
            return known.contact();
        }
        var client = clients.get(CLIENT.in(instance));
        var named = CONTACT.find(instance).orElse("");
        return client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(named))
                .findFirst()
                .or(() -> client.contacts().stream().findFirst())
                .orElseThrow(() -> Refusal.of("contact", client.name() + " has no contact yet; add one first."));
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        OUTCOME.set(instance, endEvent);
    }

    /** Where another flow has ended it, its model says no more of an invitation that is out (F12). */
    private void takeOutOfCalendars(DelegateExecution instance, String key) {
        var planned = touchBases.get(key).plannedStart();
        if (OUTCOME.find(instance).isEmpty() && planned != null && planned.isAfter(clock.instant())) {
            invitations.cancel(instance, planned);
        }
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isEmpty()) {
            return;
        }
        var held = OUTCOME.find(instance)
                .filter(end -> !end.equals(TOUCH_BASE_SKIPPED))
                .isPresent();
        register.moveTo(key, held ? Status.RESOLVED : Status.WITHDRAWN);
        if (!held) {
            takeOutOfCalendars(instance, key);
            steps.release(key, "The touch-base they stood in was given up.");
        }
    }
}
