package agency.frontline.onboarding.flow;

import static agency.frontline.onboarding.flow.ClientOnboardingFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.ContactProfiles;
import agency.frontline.client.plan.Plans;
import agency.frontline.client.pledge.Pledges;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.engine.Timers;
import agency.frontline.onboarding.Onboardings;
import agency.frontline.onboarding.Pace;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the file of every onboarding before its first step, with what is known already, and closes it after its last. */
@Component
class OnboardingKeeper implements CaseKeeper {

    /** How long a step may take, and until when nothing may move, as long as no course is chosen; business days. */
    private static final int FIRST_STEP_DAYS = 2;

    private static final int BEHIND_DAYS = 4;
    private static final int STUCK_DAYS = 8;

    private static final int SUBJECT_AT_MOST = 200;

    private final CaseRegister register;
    private final Onboardings onboardings;
    private final Clients clients;
    private final ContactProfiles profiles;
    private final Plans plans;
    private final Pledges pledges;
    private final Clock clock;

    OnboardingKeeper(
            CaseRegister register,
            Onboardings onboardings,
            Clients clients,
            ContactProfiles profiles,
            Plans plans,
            Pledges pledges,
            Clock clock) {
        this.register = register;
        this.onboardings = onboardings;
        this.clients = clients;
        this.profiles = profiles;
        this.plans = plans;
        this.pledges = pledges;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        var client = clients.get(CLIENT.in(instance).strip().toUpperCase(Locale.ROOT));
        refuseSecond(client);
        var lead = lead(instance, client);
        CLIENT.set(instance, client.code());
        CLIENT_NAME.set(instance, client.name());
        OWNER.set(instance, client.team().accountManager());
        DIRECTOR.set(instance, client.team().director());
        CONTACT.set(instance, lead.email());
        CONTACT_NAME.set(instance, lead.name());
        SUBJECT.set(instance, SafeText.line("Onboarding of " + client.name(), SUBJECT_AT_MOST));
        PURPOSE.declare(instance);
        var key = register.draw("ONB");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                lead.email(),
                lead.name(),
                OWNER.in(instance),
                SUBJECT.in(instance),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
        onboardings.begin(key, client.code());
        onboardings.consistsOf(key, whatIsMissing(instance, client));
        pace(instance, client);
        PLEDGE_OUTCOME.declare(instance);
        PLAN_DECISION.declare(instance);
        ATTENDEES.declare(instance);
    }

    private void refuseSecond(Client client) {
        register.openOfClient(client.code()).stream()
                .filter(head -> head.process().startsWith(KEY))
                .findFirst()
                .ifPresent(open -> {
                    throw Refusal.of(
                            "client", client.name() + " is being taken on already, in " + open.businessKey() + ".");
                });
    }

    private static Contact lead(DelegateExecution instance, Client client) {
        var named = CONTACT.find(instance).orElse("");
        return client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(named.strip()))
                .findFirst()
                .or(() -> client.contacts().stream().findFirst())
                .orElseThrow(() -> Refusal.of("contact", client.name() + " has no contact yet; add one first."));
    }

    /** Whatever is known of an existing client is not asked again. */
    private List<String> whatIsMissing(DelegateExecution instance, Client client) {
        var newcomer = onboardings.isNewcomer(client.code());
        EXISTING_CLIENT.set(instance, !newcomer);
        CLIENT_REGISTERED.set(instance, !newcomer);
        PEOPLE_MET.set(
                instance,
                profiles.isEverybodyMet(client) && profiles.decider(client).isPresent());
        TEAM_APPOINTED.set(
                instance,
                client.team().deputy() != null && !client.team().specialists().isEmpty());
        PLAN_RECORDED.set(instance, plans.latest(client.code()).isPresent());
        PLEDGE_ACCEPTED.set(instance, pledges.inForce(client.code()).isPresent());
        var missing = new ArrayList<String>();
        add(missing, REGISTER_CLIENT, newcomer);
        add(missing, MEET_CONTACTS, !PEOPLE_MET.in(instance));
        add(missing, APPOINT_TEAM, !TEAM_APPOINTED.in(instance));
        add(missing, RECORD_PLAN_BASELINE, !PLAN_RECORDED.in(instance));
        add(missing, AGREE_SERVICE_PLEDGE, !PLEDGE_ACCEPTED.in(instance));
        return missing;
    }

    private static void add(List<String> parts, String part, boolean isMissing) {
        if (isMissing) {
            parts.add(part);
        }
    }

    private void pace(DelegateExecution instance, Client client) {
        var calendar = clients.calendarOf(client);
        var now = clock.instant();
        PROGRESS.set(instance, 0);
        PACE.set(instance, Pace.ON_TRACK);
        BEHIND_AFTER_DAYS.set(instance, BEHIND_DAYS);
        STUCK_AFTER_DAYS.set(instance, STUCK_DAYS);
        STEP_BY.set(instance, calendar.plusBusinessDays(now, FIRST_STEP_DAYS));
        Timers.move(instance.getProcessInstanceId(), ONBOARDING_BEHIND, calendar.plusBusinessDays(now, BEHIND_DAYS));
        Timers.move(instance.getProcessInstanceId(), ONBOARDING_STUCK, calendar.plusBusinessDays(now, STUCK_DAYS));
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        OUTCOME.set(instance, endEvent);
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isPresent()) {
            var onboarded =
                    OUTCOME.find(instance).filter(CLIENT_ONBOARDED::equals).isPresent();
            register.moveTo(key, onboarded ? Status.RESOLVED : Status.WITHDRAWN);
            if (!onboarded && !EXISTING_CLIENT.in(instance)) {
                onboardings.isNew(CLIENT.in(instance));
            }
        }
    }
}
