package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.PlanDraft;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.Timers;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Letter;
import agency.frontline.onboarding.Onboardings;
import agency.frontline.onboarding.Onboardings.Onboarding;
import agency.frontline.onboarding.Pace;
import agency.frontline.text.Mailbox;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the steps of an onboarding need to know, and how it moves on. */
@Component
class OnboardingDesk extends CaseDesk {

    /** How long the next step may take; business days. */
    private static final int STEP_DAYS = 2;

    private final Onboardings onboardings;
    private final Plans plans;

    OnboardingDesk(
            CaseRegister register,
            Clients clients,
            Colleagues colleagues,
            Onboardings onboardings,
            Plans plans,
            Clock clock) {
        super(register, clients, colleagues, clock);
        this.onboardings = onboardings;
        this.plans = plans;
    }

    Onboarding onboarding(DelegateExecution execution) {
        return onboardings.get(key(execution));
    }

    /** A part is done: it counts, the next step gets its day, and whoever waited for a move waits anew (C-63). */
    void done(DelegateExecution execution, String part) {
        onboardings.done(key(execution), part);
        CLIENT_WORDS.clear(execution);
        PROGRESS.set(execution, onboardings.progress(key(execution)));
        moved(execution);
    }

    /** Something has moved, so that nothing stands still any more. */
    void moved(DelegateExecution execution) {
        var calendar = calendar(execution);
        STEP_BY.set(execution, calendar.plusBusinessDays(now(), STEP_DAYS));
        pace(execution, Pace.ON_TRACK);
        stillWaits(execution, ONBOARDING_BEHIND, BEHIND_AFTER_DAYS.in(execution));
        stillWaits(execution, ONBOARDING_STUCK, STUCK_AFTER_DAYS.in(execution));
    }

    private void stillWaits(DelegateExecution execution, String timer, int days) {
        if (KICK_OFF_BEGAN.find(execution).isEmpty()) {
            Timers.setAnew(execution, timer, calendar(execution).plusBusinessDays(now(), days));
        }
    }

    /** From the kick-off on days are waited for, and nobody is late. */
    void standsStillNoMore(DelegateExecution execution) {
        pace(execution, Pace.ON_TRACK);
        Timers.stop(execution.getProcessInstanceId(), List.of(ONBOARDING_BEHIND, ONBOARDING_STUCK));
    }

    void pace(DelegateExecution execution, Pace pace) {
        PACE.set(execution, pace);
        onboardings.moves(key(execution), pace);
    }

    /** The contact with whom most is arranged. */
    Contact lead(DelegateExecution execution) {
        return person(client(execution), CONTACT.in(execution)).orElseGet(() -> contact(execution));
    }

    static Optional<Contact> person(Client client, String address) {
        return client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(address))
                .findFirst();
    }

    Letter letter(DelegateExecution execution, Contact to, List<Mailbox> others) {
        return new Letter(
                passage(execution), theCase(execution), client(execution), to, person(OWNER.in(execution)), others);
    }

    /** What the writer of the plan can refer to. */
    PlanDraft.Room planRoom(DelegateExecution execution) {
        return plans.room(client(execution));
    }
}
