package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.PlanTouchBasesFlow.*;

import agency.frontline.casefile.LastContacts;
import agency.frontline.client.Clients;
import agency.frontline.client.pledge.AgreedTerms;
import agency.frontline.health.ClientHealth;
import agency.frontline.touchbase.TouchBases;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** What the table of the rhythm asks for; whoever comes second today finds that nothing is due any more. */
@Component
class LookAtClient implements ExecutionListener {

    /** What nobody has ever spoken with counts as. */
    private static final int LONG_AGO = 9999;

    private final Clients clients;
    private final LastContacts contacts;
    private final TouchBases touchBases;
    private final ClientHealth health;
    private final AgreedTerms agreed;
    private final Clock clock;

    LookAtClient(
            Clients clients,
            LastContacts contacts,
            TouchBases touchBases,
            ClientHealth health,
            AgreedTerms agreed,
            Clock clock) {
        this.clients = clients;
        this.contacts = contacts;
        this.touchBases = touchBases;
        this.health = health;
        this.agreed = agreed;
        this.clock = clock;
    }

    @Override
    public void notify(DelegateExecution execution) {
        var client = clients.get(CLIENT_TO_LOOK_AT.in(execution).stringValue());
        var today = clients.calendarOf(client).localDate(clock.instant());
        var first = touchBases.lookAt(client.code(), today);
        // A turn that was skipped with a reason is over; the next one comes with the rhythm.
        var days = Stream.concat(contacts.of(client.code()).stream(), touchBases.lastSkipped(client.code()).stream())
                .max(Comparator.naturalOrder())
                .map(last -> (int)
                        ChronoUnit.DAYS.between(last.atZone(client.timeZone()).toLocalDate(), today))
                .orElse(LONG_AGO);
        TIER.setLocal(execution, client.tier().name());
        HEALTH.setLocal(execution, health.of(client.code()).colour().name());
        PLEDGED_DAYS.setLocal(
                execution,
                agreed.of(client.code())
                        .map(pledge -> pledge.terms().rhythmDays())
                        .orElse(null));
        DAYS_SINCE_CONTACT.setLocal(execution, first ? days : -1);
        TOUCH_BASE_DUE.setLocal(execution, false);
    }
}
