package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.*;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Status;
import agency.frontline.client.Clients;
import agency.frontline.engine.AsSystem;
import agency.frontline.issue.IssueKind;
import agency.frontline.issue.Requester;
import agency.frontline.mail.CaseCorrespondence;
import agency.frontline.mail.ClientMessage;
import agency.frontline.mail.Correspondence;
import agency.frontline.notification.Notices;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings clients' messages into their cases: a new one, the one that waits for it, or a person's eye. */
@Component
@Transactional
class IssueCorrespondence implements Correspondence {

    /** A message this soon after the end counts as a reopening (processes.md). */
    private static final Duration REOPENING_WINDOW = Duration.ofDays(14);

    private final CaseRegister register;
    private final Conversation conversation;
    private final CaseNotes notes;
    private final Clients clients;
    private final Notices notices;
    private final List<CaseCorrespondence> others;
    private final AsSystem asSystem;
    private final RuntimeService runtime;

    IssueCorrespondence(
            CaseRegister register,
            Conversation conversation,
            CaseNotes notes,
            Clients clients,
            Notices notices,
            List<CaseCorrespondence> others,
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
    public String open(ClientMessage message) {
        return open(message, null, null);
    }

    @Override
    public String worried(ClientMessage message) {
        return register.openOf(message.from().address()).stream()
                .filter(head ->
                        head.process().startsWith(KEY) && message.client().equals(head.client()))
                .findFirst()
                .map(head -> add(head.businessKey(), message))
                .orElseGet(() -> open(message, null, IssueKind.ANXIETY));
    }

    /**
     * @param earlier the ended case that this one carries on
     * @param kind where the diagnosis starts from, and the service level until then; null for whatever it may be
     */
    private String open(ClientMessage message, @Nullable CaseHead earlier, @Nullable IssueKind kind) {
        var client = clients.get(message.client());
        var name = message.contact() != null
                ? message.contact().contact().name()
                : message.from().name() != null
                        ? message.from().name()
                        : message.from().address();
        var variables = new HashMap<String, Object>();
        variables.put(CLIENT.name(), client.code());
        variables.put(CONTACT.name(), message.from().address());
        // The register keeps the name; forms ask there.
        variables.put(CONTACT_NAME.name(), Variables.stringValue(SafeText.line(name, 200), true));
        variables.put(REQUESTER.name(), Requester.CLIENT.name());
        variables.put(CHANNEL.name(), message.channel().name());
        variables.put(SUBJECT.name(), message.subject());
        variables.put(CLIENT_WORDS.name(), message.text());
        variables.put(CONTACTED_AT.name(), Date.from(message.receivedAt()));
        if (!message.mayBeAnswered() || message.automatic()) {
            variables.put(ANSWERABLE.name(), false);
        }
        if (kind != null) {
            variables.put(ISSUE_KIND.name(), kind.name());
        }
        if (earlier != null) {
            variables.put(REOPENS.name(), earlier.businessKey());
            variables.put(REOPENINGS.name(), register.endedWithin(earlier, REOPENING_WINDOW) ? 1 : 0);
        }
        return asSystem.run(() -> {
            var instance = runtime.createMessageCorrelation(CLIENT_MESSAGE_RECEIVED)
                    .setVariables(variables)
                    .correlateStartMessage();
            var key = register.ofInstance(instance.getId()).orElseThrow().businessKey();
            conversation.record(message.toMessage(key, "Frontline"), message.contents());
            return key;
        });
    }

    @Override
    public String add(String businessKey, ClientMessage message) {
        var head = register.get(register.survivorOf(businessKey));
        var flow = others.stream().filter(other -> other.keeps(head.process())).findFirst();
        if (flow.isPresent()) {
            return flow.get().add(head, message);
        }
        if (!isHere(head)) {
            // Nothing there waits for an answer: whoever writes is listened to as if they had begun.
            return message.automatic() ? noted(head, message) : open(message, null, null);
        }
        if (message.automatic()) {
            return noted(head, message);
        }
        if (head.status().isEnded()) {
            return open(message, head, null);
        }
        conversation.record(message.toMessage(head.businessKey(), "Frontline"), message.contents());
        hear(head);
        return head.businessKey();
    }

    /** Whether another flow hears what clients say about this case. */
    boolean isKeptElsewhere(CaseHead head) {
        return others.stream().anyMatch(other -> other.keeps(head.process()));
    }

    private static boolean isHere(CaseHead head) {
        return head.process().startsWith(KEY) || head.process().startsWith(UnknownSenderFlow.KEY);
    }

    private String noted(CaseHead head, ClientMessage message) {
        notes.add(head.businessKey(), "system", "AUTOMATIC_MESSAGE", SafeText.line(message.text(), 2000));
        return head.businessKey();
    }

    @Override
    public String senderUnknown(ClientMessage message) {
        return asSystem.run(() -> {
            var instance = runtime.startProcessInstanceByKey(
                    UnknownSenderFlow.KEY,
                    Map.of(
                            UnknownSenderFlow.SENDER_ADDRESS.name(),
                                    message.from().address(),
                            UnknownSenderFlow.SENDER_NAME.name(),
                                    message.from().name() == null
                                            ? ""
                                            : message.from().name(),
                            SUBJECT.name(), message.subject(),
                            CLIENT_WORDS.name(), message.text(),
                            CONTACTED_AT.name(), Date.from(message.receivedAt())));
            var key = register.ofInstance(instance.getId()).orElseThrow().businessKey();
            conversation.record(message.toMessage(key, "Frontline"), message.contents());
            if (!message.automatic()) {
                notices.senderUnknown(
                        new Notices.About(key + ":senderUnknown", register.get(key), null),
                        message.from().address(),
                        SafeText.line(message.text(), 500));
            }
            return key;
        });
    }

    /** Something the client said, logged by a person; it goes the way of a mail. */
    void logged(CaseHead head, Message message) {
        conversation.record(message);
        hear(head);
    }

    /**
     * One case ends in another one of the same client, with all that was said and promised in it (F19). Words of the
     * client that nobody has answered are heard in the survivor as if they had just come.
     */
    void merge(CaseHead merged, CaseHead survivor, String reason) {
        if (!waitsFor(MERGED, merged) || !waitsFor(OTHER_CASE_MERGED, survivor)) {
            throw Refusal.tooLate("One of the two cases runs on a version of the process that knows no merging."
                    + " Settle it, or withdraw it with the number of the other case as the reason.");
        }
        register.merge(merged.businessKey(), survivor.businessKey());
        asSystem.perform(() -> {
            runtime.createMessageCorrelation(MERGED)
                    .processInstanceId(merged.processInstanceId())
                    .setVariables(Map.of(MERGED_INTO.name(), survivor.businessKey(), REASON.name(), reason))
                    .correlate();
            runtime.createMessageCorrelation(OTHER_CASE_MERGED)
                    .processInstanceId(survivor.processInstanceId())
                    .setVariables(Map.of(MERGED_CASE.name(), merged.businessKey()))
                    .correlate();
        });
        if (merged.status() == Status.OPEN) {
            hear(survivor);
        }
    }

    /** The case decides in one transaction: the step that waits for the client, or else a note on what is open. */
    private void hear(CaseHead head) {
        var message = waitsFor(CLIENT_REPLIED, head) ? CLIENT_REPLIED : CLIENT_WROTE_AGAIN;
        asSystem.perform(() -> runtime.createMessageCorrelation(message)
                .processInstanceId(head.processInstanceId())
                .correlate());
    }

    private boolean waitsFor(String message, CaseHead head) {
        return asSystem.run(() -> runtime.createEventSubscriptionQuery()
                        .processInstanceId(head.processInstanceId())
                        .eventName(message)
                        .count()
                > 0);
    }
}
