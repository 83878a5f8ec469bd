package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Promises;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.Clients;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.issue.IssueFacts;
import agency.frontline.issue.Requester;
import agency.frontline.issue.Urgency;
import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the case file of every client issue before its first step, and closes it after its last. */
@Component
class IssueKeeper implements CaseKeeper {

    private static final int SUBJECT_AT_MOST = 200;

    private final CaseRegister register;
    private final Conversation conversation;
    private final IssueEnding ending;
    private final Promises promises;
    private final Clients clients;
    private final ContactOfStart start;
    private final IssueFacts facts;
    private final CurrentPerson person;
    private final Clock clock;

    IssueKeeper(
            CaseRegister register,
            Conversation conversation,
            IssueEnding ending,
            Promises promises,
            Clients clients,
            ContactOfStart start,
            IssueFacts facts,
            CurrentPerson person,
            Clock clock) {
        this.register = register;
        this.conversation = conversation;
        this.ending = ending;
        this.promises = promises;
        this.clients = clients;
        this.start = start;
        this.facts = facts;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        var byMessage = CLIENT.find(instance).isPresent();
        var contactName = byMessage ? CONTACT_NAME.in(instance) : readForm(instance);
        var client = clients.get(CLIENT.in(instance));
        var owner = client.team().accountManager();
        OWNER.set(instance, owner);
        TIER.set(instance, client.tier().name());
        SUBJECT.set(instance, SafeText.line(SUBJECT.in(instance), SUBJECT_AT_MOST));
        var emergency = EMERGENCY.find(instance).orElse(false);
        EMERGENCY.set(instance, emergency);
        URGENCY.set(instance, emergency ? Urgency.HIGH : Urgency.NORMAL);
        if (emergency) {
            TRIAGE_ASKED.declare(instance);
        }
        SILENCES.set(instance, 0);
        // Declared, so that the tables and conditions of the model may ask for them before anybody has answered.
        ISSUE_KIND.declare(instance);
        if (REOPENINGS.find(instance).isEmpty()) {
            REOPENINGS.set(instance, 0);
        }
        var key = register.draw("ISS");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                CONTACT.in(instance),
                contactName,
                owner,
                SUBJECT.in(instance),
                Status.OPEN,
                clock.instant(),
                null,
                null,
                REOPENS.find(instance).orElse(null)));
        facts.logged(
                key,
                REQUESTER.in(instance),
                CHANNEL.in(instance),
                PROACTIVE.find(instance).orElse(false),
                person.id().orElse(null),
                !byMessage && bypassed(instance),
                REOPENINGS.in(instance));
        if (!byMessage && !PROACTIVE.find(instance).orElse(false)) {
            conversation.record(new Message(
                    key,
                    CONTACTED_AT.in(instance),
                    Direction.IN,
                    CHANNEL.in(instance),
                    CONTACT.in(instance),
                    person.id().orElse(owner),
                    SUBJECT.in(instance),
                    CLIENT_WORDS.in(instance),
                    null));
        }
    }

    /** The client went straight to a specialist; a colleague who asks for a client did not (C-02, C-11). */
    private boolean bypassed(DelegateExecution instance) {
        return REQUESTER.in(instance) == Requester.CLIENT
                && !PROACTIVE.find(instance).orElse(false)
                && !person.isIn("account-managers")
                && !person.isIn("account-directors");
    }

    /** @return the contact's name */
    private String readForm(DelegateExecution instance) {
        Answers answers = FormAnswers.in(instance);
        answers.requiredChoice("channel", Channel.class, "Say how the client said it.");
        answers.required("subject", "Say in a few words what it is about.");
        answers.required("clientWords", "Write down what the client said, in their words.");
        var requester = answers.choice("requester", Requester.class);
        var contactedAt = answers.moment("contactedAt");
        if (contactedAt != null && contactedAt.isAfter(clock.instant())) {
            answers.refuse("contactedAt", "This moment is still to come; leave it empty for now.");
        }
        if (answers.flag("emergency")) {
            answers.required("emergencyReason", "Say why this cannot wait for a diagnosis.");
        }
        answers.done();
        var known = start.find(answers.text("contact"));
        CLIENT.set(instance, known.client().code());
        CONTACT.set(instance, known.contact().email());
        REQUESTER.set(instance, requester == null ? Requester.CLIENT : requester);
        PROACTIVE.set(instance, answers.flag("proactive"));
        // The form's text gives way to the moment itself.
        Instant at = contactedAt == null ? clock.instant() : contactedAt;
        instance.removeVariable(CONTACTED_AT.name());
        CONTACTED_AT.set(instance, at);
        return known.contact().name();
    }

    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        OUTCOME.set(instance, endEvent);
    }

    @Override
    public void ended(DelegateExecution instance) {
        var outcome = OUTCOME.find(instance).orElse("");
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isEmpty()) {
            return;
        }
        // What waited for nothing but the answer to our question has ended before.
        if (register.get(key).status().isEnded()) {
            return;
        }
        ending.end(
                key,
                switch (outcome) {
                    // Without an end it was deleted from outside, and nobody has confirmed anything.
                    case ISSUE_WITHDRAWN, "" -> Status.WITHDRAWN;
                    case ISSUE_MERGED -> Status.MERGED;
                    default -> Status.RESOLVED;
                });
        if (outcome.equals(ISSUE_WITHDRAWN) || outcome.isEmpty()) {
            promises.release(key, "The issue was withdrawn.");
        }
    }
}
