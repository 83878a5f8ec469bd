package agency.frontline.planwatch.flow;

import static agency.frontline.planwatch.flow.PlanWatchFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.PlanUse;
import agency.frontline.client.plan.PlanUse.ItemUse;
import agency.frontline.client.plan.Plans;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import java.time.Clock;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the steps of a warning need to know: the plan, how much of it is used, who reads the letter. */
@Component
class PlanWatchDesk extends CaseDesk {

    private final Plans plans;

    PlanWatchDesk(CaseRegister register, Clients clients, Colleagues colleagues, Plans plans, Clock clock) {
        super(register, clients, colleagues, clock);
        this.plans = plans;
    }

    /** How much is used now, of the newest version. */
    Optional<PlanUse> use(DelegateExecution execution) {
        return plans.use(CLIENT.in(execution));
    }

    Optional<ItemUse> item(DelegateExecution execution) {
        var id = WORK_ITEM.find(execution).orElse("");
        return use(execution).flatMap(use -> use.items().stream()
                .filter(item -> item.item().id().equals(id))
                .findFirst());
    }

    /** Whoever was chosen to read it, as long as they are with the client. */
    Optional<Contact> reader(DelegateExecution execution) {
        var chosen = CONTACT.find(execution).orElse("");
        return client(execution).contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(chosen))
                .findFirst();
    }

    Letter letter(DelegateExecution execution) {
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                reader(execution).orElseGet(() -> contact(execution)),
                person(OWNER.in(execution)));
    }
}
