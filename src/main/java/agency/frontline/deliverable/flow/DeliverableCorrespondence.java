package agency.frontline.deliverable.flow;

import static agency.frontline.deliverable.flow.DeliverableReviewFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.mail.CaseCorrespondence;
import agency.frontline.mail.ClientMessage;
import agency.frontline.mail.Correspondence;
import agency.frontline.notification.Notices;
import agency.frontline.text.SafeText;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A client answers what they were sent, or says something while it is still drafted: their words stand on whatever form is
 * open. Once it is approved or given up, whatever they write is heard as something new.
 */
@Component
@Transactional
class DeliverableCorrespondence implements CaseCorrespondence {

    private final CaseRegister register;
    private final Conversation conversation;
    private final CaseNotes notes;
    private final Clients clients;
    private final Notices notices;
    private final ObjectProvider<Correspondence> others;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    // A provider, because the correspondence asks every flow that hears clients, and so this one.
    DeliverableCorrespondence(
            CaseRegister register,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            Notices notices,
            ObjectProvider<Correspondence> others,
            AsSystem asSystem,
            @Lazy RuntimeService runtime) {
        this.register = register;
        this.conversation = conversation;
        this.notes = notes;
        this.clients = clients;
        this.notices = notices;
        this.others = others;
        this.asSystem = asSystem;
        this.runtime = runtime;
    }

    @Override
    public boolean keeps(String process) {
        return process.startsWith(KEY);
    }

    @Override
    public String add(CaseHead head, ClientMessage message) {
        if (message.automatic()) {
            notes.add(head.businessKey(), "system", "AUTOMATIC_MESSAGE", SafeText.line(message.text(), 2000));
            return head.businessKey();
        }
        if (head.status().isEnded()) {
            return others.getObject().open(message);
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
        var asked = runtime.createEventSubscriptionQuery()
                        .processInstanceId(instance)
                        .eventName(CLIENT_ANSWERED)
                        .count()
                > 0;
        if (asked) {
            runtime.createMessageCorrelation(CLIENT_ANSWERED)
                    .processInstanceId(instance)
                    .correlate();
        } else {
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
        var from = message.from().name() == null
                ? message.from().address()
                : message.from().name();
        return from + ":\n" + message.text();
    }
}
