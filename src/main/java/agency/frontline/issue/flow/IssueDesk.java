package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.CLIENT_WORDS;
import static agency.frontline.issue.flow.ClientIssueFlow.OPINIONS;
import static agency.frontline.issue.flow.ClientIssueFlow.OTHER_CONTACTS;
import static agency.frontline.issue.flow.ClientIssueFlow.TRIAGE_ASKED;
import static agency.frontline.issue.flow.ClientIssueFlow.TRIAGE_EMERGENCY;

import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Promises;
import agency.frontline.client.Clients;
import agency.frontline.flow.CaseDesk;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Kept;
import agency.frontline.notification.Letter;
import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the steps of an issue need to know of its case beside what every case has: what was said, and to whom we speak. */
@Component
class IssueDesk extends CaseDesk {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private static final int QUIET_WINS_DAYS = 90;

    private final Conversation conversation;
    private final Promises promises;

    IssueDesk(
            CaseRegister register,
            Conversation conversation,
            Clients clients,
            Colleagues colleagues,
            Promises promises,
            Clock clock) {
        super(register, clients, colleagues, clock);
        this.conversation = conversation;
        this.promises = promises;
    }

    /** A letter to the contact, unique for this passage through this step. */
    Letter letter(DelegateExecution execution) {
        return new Letter(
                passage(execution),
                theCase(execution),
                client(execution),
                contact(execution),
                person(OWNER.in(execution)),
                otherContacts(execution));
    }

    /** Who else hears from us, because their case ended in this one (F19). */
    private static List<Mailbox> otherContacts(DelegateExecution execution) {
        return OTHER_CONTACTS.find(execution).stream()
                .flatMap(others -> others.elements().stream())
                .map(other -> new Mailbox(
                        other.prop("email").stringValue(), other.prop("name").stringValue()))
                .toList();
    }

    /** Whether the model the case runs on knows emergencies; an older or an owner's own one may not. */
    boolean triages(DelegateExecution execution) {
        return execution.getBpmnModelInstance().getModelElementById(TRIAGE_EMERGENCY) != null;
    }

    /** Whether the diagnosis is wanted now, because no triage comes before it (C-07). */
    boolean isTriaged(DelegateExecution execution) {
        return TRIAGE_ASKED.find(execution).orElse(false) || !triages(execution);
    }

    /** The quiet wins that stand beside every breach (C-28). */
    Kept kept(DelegateExecution execution) {
        var kept = promises.kept(CLIENT.in(execution), QUIET_WINS_DAYS);
        return new Kept(kept.kept(), kept.of(), QUIET_WINS_DAYS);
    }

    /** Each message of the client, as they said it. */
    List<String> clientWords(String businessKey) {
        return conversation.of(businessKey).stream()
                .filter(message -> message.direction() == Direction.IN)
                .map(Message::text)
                .toList();
    }

    /** Puts what the client has said so far before the forms, the newest first. */
    void refreshClientWords(DelegateExecution execution) {
        var calendar = calendar(execution);
        var said = conversation.of(key(execution)).stream()
                .filter(message -> message.direction() == Direction.IN)
                .toList();
        if (said.size() < 2) {
            return;
        }
        var newestFirst = new ArrayList<>(said);
        Collections.reverse(newestFirst);
        var text = newestFirst.stream()
                .map(message -> MOMENT.format(message.at().atZone(calendar.zone())) + "\n" + message.text())
                .collect(Collectors.joining("\n\n---\n\n"));
        CLIENT_WORDS.set(execution, text.length() > 1_000_000 ? text.substring(0, 1_000_000) : text);
    }

    /** The newest message of the client, shortened for a notice. */
    String lastClientWords(DelegateExecution execution) {
        var said = clientWords(key(execution));
        return said.isEmpty() ? "" : SafeText.line(said.get(said.size() - 1), 500);
    }

    /** What the specialists wrote in this case (C-39). */
    List<String> specialistsWords(DelegateExecution execution) {
        return OPINIONS.find(execution)
                .map(opinions -> opinions.elements().stream()
                        .flatMap(opinion -> Stream.of("finding", "recommendation")
                                .map(part -> opinion.prop(part).stringValue()))
                        .toList())
                .orElse(List.of());
    }
}
