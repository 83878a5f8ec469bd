package agency.frontline.flow;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.engine.Variable;
import agency.frontline.mail.CaseCorrespondence;
import agency.frontline.mail.ClientMessage;
import agency.frontline.mail.Correspondence;
import agency.frontline.notification.Notices;
import agency.frontline.text.SafeText;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Hears clients for a flow whose open form shows what they wrote, in the variable {@code clientWords}, the newest first.
 * Once the case has ended, whatever they write is heard by the case that carries it on, or as something new.
 */
public abstract class WordsOnForms implements CaseCorrespondence {

    /** What the client wrote since somebody last answered it. */
    public static final Variable<String> CLIENT_WORDS = Variable.text("clientWords");

    private final CaseRegister register;
    private final Conversation conversation;
    private final CaseNotes notes;
    private final Clients clients;
    private final Notices notices;
    private final ObjectProvider<Correspondence> others;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    // A provider, because the correspondence asks every flow that hears clients, and so this one.
    protected WordsOnForms(
            CaseRegister register,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            Notices notices,
            ObjectProvider<Correspondence> others,
            AsSystem asSystem,
            RuntimeService runtime) {
        this.register = register;
        this.conversation = conversation;
        this.notes = notes;
        this.clients = clients;
        this.notices = notices;
        this.others = others;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    /**
     * Lets the model go on where it waits for the client; called once the words stand in the case.
     *
     * @return false if it waits for nothing; then the owner is told
     */
    protected boolean goesOn(String processInstance) {
        return false;
    }

    /** Number of the case that carries this one on once it has ended; empty where nothing does. */
    protected Optional<String> carriedOnIn(CaseHead head) {
        return Optional.empty();
    }

    @Override
    public String add(CaseHead head, ClientMessage message) {
        if (message.automatic()) {
            notes.add(head.businessKey(), "system", "AUTOMATIC_MESSAGE", SafeText.line(message.text(), 2000));
            return head.businessKey();
        }
        if (head.status().isEnded()) {
            return carriedOnIn(head)
                    .map(other -> others.getObject().add(other, message))
                    .orElseGet(() -> others.getObject().open(message));
        }
        conversation.record(message.toMessage(head.businessKey(), "Frontline"), message.contents());
        asSystem.perform(() -> hear(head, message));
        return head.businessKey();
    }

    private void hear(CaseHead head, ClientMessage message) {
        var instance = head.processInstanceId();
        var before = runtime.getVariable(instance, CLIENT_WORDS.name());
        var words = words(message);
        runtime.setVariable(instance, CLIENT_WORDS.name(), before == null ? words : words + "\n\n---\n\n" + before);
        if (!goesOn(instance)) {
            notices.clientAnsweredDeliverable(
                    new Notices.About(
                            head.businessKey() + ":clientAnswered:"
                                    + message.receivedAt().toEpochMilli(),
                            register.get(head.businessKey()),
                            clients.get(head.client())),
                    head.owner(),
                    SafeText.line(message.text(), 500));
        }
    }

    private static String words(ClientMessage message) {
        return name(message) + ":\n" + message.text();
    }

    /** As we know them, else as their mail calls them. */
    private static String name(ClientMessage message) {
        if (message.contact() != null) {
            return message.contact().contact().name();
        }
        var name = message.from().name();
        return name == null ? message.from().address() : name;
    }
}
