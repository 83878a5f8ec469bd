package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.plan.WorkItem;
import agency.frontline.client.pledge.AgreedTerms;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.notification.Letters;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Opens the file of every warning before its first step, and closes it after its last. */
@Component
class PlanWatchKeeper implements CaseKeeper {

    private final CaseRegister register;
    private final Clients clients;
    private final Plans plans;
    private final AgreedTerms agreed;
    private final Letters letters;
    private final Clock clock;

    PlanWatchKeeper(
            CaseRegister register, Clients clients, Plans plans, AgreedTerms agreed, Letters letters, Clock clock) {
        this.register = register;
        this.clients = clients;
        this.plans = plans;
        this.agreed = agreed;
        this.letters = letters;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        if (CLIENT.find(instance).isEmpty() || PLAN_WARNING.find(instance).isEmpty()) {
            throw Refusal.of(CLIENT.name(), "Nobody starts this by hand; it begins when a plan is off course.");
        }
        var client = clients.get(CLIENT.in(instance));
        var plan = plans.version(client.code(), PLAN_VERSION.in(instance))
                .orElseThrow(() -> Refusal.of(PLAN_VERSION.name(), "There is no such version of the plan."));
        var item = WORK_ITEM.find(instance).flatMap(plan::workItem);
        var reader = reader(client);
        OWNER.set(instance, client.team().accountManager());
        SUBJECT.set(
                instance,
                letters.planSubject(
                        reader.map(Contact::language).orElse(client.languages().get(0)),
                        PLAN_WARNING.in(instance).isLate(),
                        item.map(WorkItem::what).orElse(null)));
        ANSWER_BY.set(instance, answerBy(clients.calendarOf(client), due(plan, instance)));
        CONTACT.set(instance, reader.map(Contact::email).orElse(null));
        WARNING_ANSWER.declare(instance);
        var key = register.draw("PLW");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                reader.map(Contact::email).orElse(null),
                reader.map(Contact::name).orElse(null),
                OWNER.in(instance),
                SUBJECT.in(instance),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
    }

    /** Who decides at the client's, as the pledge names them; else their first contact, if there is any. */
    private Optional<Contact> reader(Client client) {
        var decider = agreed.of(client.code()).map(pledge -> pledge.terms().deciderContact());
        return client.contacts().stream()
                .filter(contact ->
                        decider.filter(contact.email()::equalsIgnoreCase).isPresent())
                .findFirst()
                .or(() -> client.contacts().stream().findFirst());
    }

    /** The agreed day that will not hold; null where it is about the budget. */
    private static @Nullable LocalDate due(Plan plan, DelegateExecution instance) {
        return switch (PLAN_WARNING.in(instance)) {
            case ITEM_LATE ->
                WORK_ITEM
                        .find(instance)
                        .flatMap(plan::workItem)
                        .map(WorkItem::due)
                        .orElse(null);
            case PLAN_LATE -> plan.endsOn();
            default -> null;
        };
    }

    /** One business day, and before the agreed day begins; what is later than that already is said today. */
    private Instant answerBy(BusinessCalendar calendar, @Nullable LocalDate agreedDay) {
        var now = clock.instant();
        var nextDay = calendar.plusBusinessDays(now, 1);
        if (agreedDay == null) {
            return nextDay;
        }
        var dayBegins = agreedDay.atStartOfDay(calendar.zone()).toInstant();
        if (!nextDay.isAfter(dayBegins)) {
            return nextDay;
        }
        var today = calendar.endOfBusinessDay(calendar.localDate(calendar.nextOpen(now)));
        return today.isBefore(nextDay) ? today : nextDay;
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        // Whatever its end, somebody knows of it.
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isPresent()) {
            register.moveTo(key, Status.RESOLVED);
        }
    }
}
