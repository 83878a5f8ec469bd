package agency.frontline.endcheck.flow;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Dormant;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.Plans;
import agency.frontline.endcheck.EndChecks;
import agency.frontline.engine.AsSystem;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * On the first business day after a plan ended, in the client's own calendar, both sides are asked. A plan that ended
 * long ago is let rest: nobody wants to hear of it because we only learned to ask.
 */
@Component
class StartEndChecks implements JavaDelegate {

    private static final int DAYS_BACK = 30;

    private final Clients clients;
    private final Plans plans;
    private final EndChecks checks;
    private final List<Dormant> dormant;
    private final AsSystem asSystem;
    private final RuntimeService runtime;
    private final Clock clock;

    StartEndChecks(
            Clients clients,
            Plans plans,
            EndChecks checks,
            List<Dormant> dormant,
            AsSystem asSystem,
            @Lazy RuntimeService runtime,
            Clock clock) {
        this.clients = clients;
        this.plans = plans;
        this.checks = checks;
        this.dormant = dormant;
        this.asSystem = asSystem;
        this.runtime = runtime;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var now = clock.instant();
        clients.all().stream()
                .filter(client -> !client.contacts().isEmpty())
                .filter(client -> dormant.stream().noneMatch(known -> known.isDormant(client.code())))
                .filter(client -> hasBegun(client, now))
                .filter(client -> ended(client, now).isPresent())
                .forEach(client -> asSystem.perform(() -> runtime.startProcessInstanceByKey(
                        PlanEndCheckFlow.KEY, Map.<String, Object>of(PlanEndCheckFlow.CLIENT.name(), client.code()))));
    }

    private Optional<Plan> ended(Client client, Instant now) {
        var today = clients.calendarOf(client).localDate(now);
        return plans.latest(client.code())
                .filter(plan -> plan.endsOn().isBefore(today))
                .filter(plan -> !plan.endsOn().isBefore(today.minusDays(DAYS_BACK)))
                .filter(plan -> !checks.wasAsked(client.code(), plan.endsOn()));
    }

    /** Whether the client's working day has begun, in their own calendar. */
    private boolean hasBegun(Client client, Instant now) {
        var calendar = clients.calendarOf(client);
        var midnight = calendar.localDate(now).atStartOfDay(calendar.zone()).toInstant();
        return !calendar.nextOpen(midnight).isAfter(now);
    }
}
