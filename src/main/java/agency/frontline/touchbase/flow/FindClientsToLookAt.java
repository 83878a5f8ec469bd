package agency.frontline.touchbase.flow;

import static agency.frontline.touchbase.flow.PlanTouchBasesFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Dormant;
import agency.frontline.touchbase.TouchBases;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Clients whose business morning has begun, whom nobody has looked at today, and with whom no touch-base is under way. */
@Component
class FindClientsToLookAt implements JavaDelegate {

    private final Clients clients;
    private final CaseRegister register;
    private final TouchBases touchBases;
    private final List<Dormant> dormant;
    private final Clock clock;

    FindClientsToLookAt(
            Clients clients, CaseRegister register, TouchBases touchBases, List<Dormant> dormant, Clock clock) {
        this.dormant = dormant;
        this.clients = clients;
        this.register = register;
        this.touchBases = touchBases;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var now = clock.instant();
        var codes = Spin.JSON("[]");
        clients.all().stream()
                .filter(client -> !client.contacts().isEmpty())
                .filter(client -> dormant.stream().noneMatch(known -> known.isDormant(client.code())))
                .filter(client -> hasBegun(client, now))
                .filter(client -> !touchBases.lookedAt(
                        client.code(), clients.calendarOf(client).localDate(now)))
                .filter(client -> register.openOfClient(client.code()).stream()
                        .noneMatch(head -> head.process().startsWith(TouchBaseFlow.KEY)
                                // It has touch-bases of its own.
                                || head.process().startsWith("clientOnboarding")))
                .map(Client::code)
                .forEach(codes::append);
        CLIENTS_TO_LOOK_AT.set(execution, codes);
        TICK_AT.set(execution, now);
    }

    /** Whether the client's working day has begun, in their own calendar. */
    private boolean hasBegun(Client client, Instant now) {
        var calendar = clients.calendarOf(client);
        var midnight = calendar.localDate(now).atStartOfDay(calendar.zone()).toInstant();
        return !calendar.nextOpen(midnight).isAfter(now);
    }
}
