package agency.frontline.strategy.flow;

import static agency.frontline.strategy.flow.StrategyResetFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.plan.Plans;
import agency.frontline.engine.CaseKeeper;
import agency.frontline.engine.FormAnswers;
import agency.frontline.flow.ContactOfStart;
import agency.frontline.strategy.Resets;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Opens the file of every doubt about a plan before its first step, and closes it after its last. */
@Component
class StrategyKeeper implements CaseKeeper {

    /** By when the first step is done: whoever doubts is not left waiting; business days. */
    private static final int FIRST_STEP_DAYS = 1;

    private static final int SUBJECT_AT_MOST = 200;
    private static final int TITLE_AT_MOST = 200;

    private final CaseRegister register;
    private final Resets resets;
    private final Clients clients;
    private final Plans plans;
    private final ContactOfStart contactOfStart;
    private final Conversation conversation;
    private final Clock clock;

    StrategyKeeper(
            CaseRegister register,
            Resets resets,
            Clients clients,
            Plans plans,
            ContactOfStart contactOfStart,
            Conversation conversation,
            Clock clock) {
        this.register = register;
        this.resets = resets;
        this.clients = clients;
        this.plans = plans;
        this.contactOfStart = contactOfStart;
        this.conversation = conversation;
        this.clock = clock;
    }

    @Override
    public boolean keeps(String processKey) {
        return processKey.startsWith(KEY);
    }

    @Override
    public void opened(DelegateExecution instance) {
        var isCalled = CLIENT.find(instance).isPresent();
        var raisedBy = isCalled ? named(instance) : readForm(instance);
        var client = clients.get(CLIENT.in(instance));
        if (OWNER.find(instance).isEmpty()) {
            OWNER.set(instance, client.team().accountManager());
        }
        DIRECTOR.set(instance, client.team().director());
        CONTACT.set(instance, raisedBy.email());
        var subject = SafeText.line(SUBJECT.find(instance).orElse("The plan of " + client.name()), SUBJECT_AT_MOST);
        SUBJECT.set(instance, subject);
        if (CHANNEL.find(instance).isEmpty()) {
            CHANNEL.set(instance, Channel.PHONE);
        }
        PLAN_AGREED.set(instance, plans.latest(client.code()).isPresent());
        var now = clock.instant();
        STEP_BY.set(instance, clients.calendarOf(client).plusBusinessDays(now, FIRST_STEP_DAYS));
        POINT_OF_VIEW_TITLE.set(instance, SafeText.line("Point of view: " + subject, TITLE_AT_MOST));
        POINT_OF_VIEW_PURPOSE.set(
                instance, "The client knows what we think, and why, before they choose how the plan goes on.");
        PRESENTATION_TITLE.set(instance, SafeText.line("Options: " + subject, TITLE_AT_MOST));
        var key = register.draw("RST");
        instance.setProcessBusinessKey(key);
        register.open(new CaseHead(
                key,
                KEY,
                instance.getProcessInstanceId(),
                client.code(),
                raisedBy.email(),
                raisedBy.name(),
                OWNER.in(instance),
                subject,
                Status.OPEN,
                now,
                null,
                null,
                null));
        if (!isCalled) {
            // Another flow has kept what was said where it was said.
            conversation.record(new Message(
                    key,
                    now,
                    Direction.IN,
                    CHANNEL.in(instance),
                    raisedBy.email(),
                    OWNER.in(instance),
                    subject,
                    CLIENT_WORDS.in(instance),
                    null));
        }
        resets.begin(key, client.code(), PARENT_CASE.find(instance).orElse(null));
        PREMISES_REWRITTEN.set(instance, false);
        CHANGE_ORDER_NEEDED.set(instance, false);
        // Declared, so that conditions may ask for what nobody has answered yet.
        List.of(CLIENT_WORDS, DELIVERABLE_REVIEW_OUTCOME, CLIENT_DECISION, PREMISES_CHANGE)
                .forEach(variable -> variable.declare(instance));
    }

    private Contact readForm(DelegateExecution instance) {
        var answers = FormAnswers.in(instance);
        answers.requiredChoice(CHANNEL.name(), Channel.class, "Say how it reached you.");
        answers.required(SUBJECT.name(), "Say in a few words what it is about.");
        answers.required(CLIENT_WORDS.name(), "Write down what they said, in their words.");
        answers.done();
        var known = contactOfStart.find(answers.text(CONTACT.name()));
        CLIENT.set(instance, known.client().code());
        return known.contact();
    }

    /** Another flow names whom it is about; where it does not, it is the client's first contact. */
    private Contact named(DelegateExecution instance) {
        Client client = clients.get(CLIENT.in(instance));
        var named = CONTACT.find(instance).orElse("");
        return client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(named))
                .findFirst()
                .or(() -> client.contacts().stream().findFirst())
                .orElseThrow(() -> Refusal.of(CONTACT.name(), client.name() + " has no contact yet; add one first."));
    }

    /** The report of a presentation ends beside the way to the decision, before or after it. */
    @Override
    public void reached(DelegateExecution instance, String endEvent) {
        if (!endEvent.equals(PRESENTATION_REPORTED)) {
            OUTCOME.set(instance, endEvent);
        }
    }

    @Override
    public void ended(DelegateExecution instance) {
        var key = instance.getProcessBusinessKey();
        if (register.find(key).isPresent()) {
            register.moveTo(key, OUTCOME.find(instance).isPresent() ? Status.RESOLVED : Status.WITHDRAWN);
        }
    }
}
