package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.audit.CaseVisibility;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Deadlines;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.deliverable.DeliverableKind;
import agency.frontline.deliverable.Deliverables;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Opens the file of every deliverable before its first step, and closes it after its last. */
@Component
class DeliverableKeeper implements CaseKeeper {

    private static final String MANAGERS = "account-managers";
    private static final int TITLE_AT_MOST = 200;
    private static final int PURPOSE_AT_MOST = 4000;

    private final CaseRegister register;
    private final Deliverables deliverables;
    private final Deadlines deadlines;
    private final Clients clients;
    private final ContactOfStart contactOfStart;
    private final Clock clock;

    DeliverableKeeper(
            CaseRegister register,
            Deliverables deliverables,
            Deadlines deadlines,
            Clients clients,
            ContactOfStart contactOfStart,
            Clock clock) {
        this.register = register;
        this.deliverables = deliverables;
        this.deadlines = deadlines;
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
        var caller = instance.getSuperExecution();
        if (caller != null && PARENT_CASE.find(instance).isEmpty()) {
            PARENT_CASE.set(instance, caller.getProcessBusinessKey());
        }
        var answers = FormAnswers.in(instance);
        check(answers);
        var approver = caller == null ? named(instance, answers) : calledFor(instance);
        var client = clients.get(CLIENT.in(instance));
        if (OWNER.find(instance).isEmpty()) {
            OWNER.set(instance, client.team().accountManager());
        }
        var key = register.draw("DLV");
        instance.setProcessBusinessKey(key);
        DELIVERABLE.set(instance, key);
        CONTACT.set(instance, approver.email());
        var title = SafeText.line(answers.text(TITLE.name()), TITLE_AT_MOST);
        TITLE.set(instance, title);
        SUBJECT.set(instance, title);
        var purpose = SafeText.clean(answers.text(PURPOSE.name()));
        PURPOSE.set(instance, purpose);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                approver.email(),
                approver.name(),
                OWNER.in(instance),
                title,
                Status.OPEN,
                clock.instant(),
                null,
                null,
                null));
        deliverables.begin(
                key,
                client.code(),
                DELIVERABLE_KIND.in(instance),
                title,
                purpose,
                PARENT_CASE.find(instance).orElse(null));
        chooseWhoDrafts(instance);
        chooseWhoChallenges(instance, client);
        DELIVERABLE_VERSION.set(instance, 0);
        SILENCES.set(instance, 0);
        // Declared, so that conditions may ask for what nobody has answered yet.
        List.of(OPINION_DECISION, PURPOSE_MET, CLIENT_ANSWER, CLIENT_WORDS, TEAM_LOOKS)
                .forEach(variable -> variable.declare(instance));
    }

    /** What a person filled in or another flow passes on; both may get it wrong. */
    private static void check(Answers answers) {
        answers.requiredChoice(DELIVERABLE_KIND.name(), DeliverableKind.class, "Say what is drafted.");
        answers.required(TITLE.name(), "Give it a title; it stands above the document.");
        var purpose = answers.required(
                PURPOSE.name(), "Say what it is for; before it goes out you are asked whether it does that.");
        if (purpose.length() > PURPOSE_AT_MOST) {
            answers.refuse(PURPOSE.name(), "Say it in at most %,d characters.".formatted(PURPOSE_AT_MOST));
        }
        var drafters = answers.text(DRAFTED_BY.name());
        if (!drafters.isEmpty() && !drafters.equals(MANAGERS) && !CaseVisibility.SPECIALISTS.contains(drafters)) {
            answers.refuse(DRAFTED_BY.name(), "Choose the account manager or a group of specialists.");
        }
        if (!CaseVisibility.SPECIALISTS.containsAll(answers.list(SPECIALISTS.name()))) {
            answers.refuse(SPECIALISTS.name(), "Choose groups of specialists, such as planners or writers.");
        }
        answers.done();
    }

    private Contact named(DelegateExecution instance, Answers answers) {
        var known = contactOfStart.find(answers.text(CONTACT.name()));
        CLIENT.set(instance, known.client().code());
        return known.contact();
    }

    /** Another flow names whom it is for; where it does not, it is for the client's first contact. */
    private Contact calledFor(DelegateExecution instance) {
        var client = clients.get(CLIENT.in(instance));
        var named = CONTACT.find(instance).orElse("");
        return client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(named))
                .findFirst()
                .or(() -> client.contacts().stream().findFirst())
                .orElseThrow(() -> Refusal.of("contact", client.name() + " has no contact yet; add one first."));
    }

    /** The account manager drafts it, unless a group of specialists does, among whom the first to claim it. */
    private static void chooseWhoDrafts(DelegateExecution instance) {
        var group = DRAFTED_BY.find(instance).filter(named -> !named.isBlank()).orElse(MANAGERS);
        DRAFTED_BY.set(instance, group);
        DRAFTER.set(instance, group.equals(MANAGERS) ? OWNER.in(instance) : null);
    }

    /** Whoever was chosen, or the client's whole team; nobody challenges their own draft unless they were chosen. */
    private static void chooseWhoChallenges(DelegateExecution instance, Client client) {
        var chosen = FormAnswers.in(instance).list(SPECIALISTS.name());
        var groups = Spin.JSON("[]");
        if (chosen.isEmpty()) {
            client.team().specialists().keySet().stream()
                    .filter(CaseVisibility.SPECIALISTS::contains)
                    .filter(group -> !group.equals(DRAFTED_BY.in(instance)))
                    .forEach(groups::append);
        } else {
            chosen.stream().distinct().forEach(groups::append);
        }
        SPECIALISTS.set(instance, groups);
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        OUTCOME.set(instance, endEvent);
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isEmpty()) {
            return;
        }
        var approved = OUTCOME.find(instance).map(DELIVERABLE_APPROVED::equals).orElse(false);
        register.moveTo(key, approved ? Status.RESOLVED : Status.WITHDRAWN);
        if (!approved) {
            deadlines.drop(key, DeliverableDesk.DRAFT);
        }
    }
}
