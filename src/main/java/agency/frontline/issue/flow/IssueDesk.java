package agency.frontline.issue.flow;

import static agency.frontline.issue.flow.ClientIssueFlow.CLIENT;
import static agency.frontline.issue.flow.ClientIssueFlow.CLIENT_WORDS;
import static agency.frontline.issue.flow.ClientIssueFlow.OPINIONS;
import static agency.frontline.issue.flow.ClientIssueFlow.OTHER_CONTACTS;
import static agency.frontline.issue.flow.ClientIssueFlow.OWNER;
import static agency.frontline.issue.flow.ClientIssueFlow.TRIAGE_ASKED;
import static agency.frontline.issue.flow.ClientIssueFlow.TRIAGE_EMERGENCY;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.casefile.Promises;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Kept;
import agency.frontline.notification.Letter;
import agency.frontline.notification.Notices.About;
import agency.frontline.notification.Person;
import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeText;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** What the steps of an issue need to know of its case: whose it is, who asks, what was said, what day it is there. */
@Component
class IssueDesk {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private static final int QUIET_WINS_DAYS = 90;

    private final CaseRegister register;
    private final Conversation conversation;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Promises promises;
    private final Clock clock;

    IssueDesk(
            CaseRegister register,
            Conversation conversation,
            Clients clients,
            Colleagues colleagues,
            Promises promises,
            Clock clock) {
        this.register = register;
        this.conversation = conversation;
        this.clients = clients;
        this.colleagues = colleagues;
        this.promises = promises;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    String key(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    CaseHead theCase(DelegateExecution execution) {
        return register.get(key(execution));
    }

    Client client(DelegateExecution execution) {
        return clients.get(CLIENT.in(execution));
    }

    BusinessCalendar calendar(DelegateExecution execution) {
        return clients.calendarOf(client(execution));
    }

    LocalDate today(DelegateExecution execution) {
        return calendar(execution).localDate(now());
    }

    Person person(String userId) {
        return colleagues.person(userId);
    }

    /** The contact; somebody known only by the client's mail domain is spoken to in the client's first language. */
    Contact contact(DelegateExecution execution) {
        var head = theCase(execution);
        var client = client(execution);
        return client.contacts().stream()
                .filter(known -> known.email().equalsIgnoreCase(head.contact()))
                .findFirst()
                .orElseGet(() -> new Contact(
                        head.contact(),
                        head.contactName(),
                        null,
                        client.languages().get(0),
                        Channel.EMAIL));
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

    /** A notice about the case, unique for this passage through this step. */
    About about(DelegateExecution execution) {
        return about(execution, "notice");
    }

    /** One of several notices of the same step, told apart by what is said or to whom. */
    About about(DelegateExecution execution, String which) {
        return new About(passage(execution) + ":" + which, theCase(execution), client(execution));
    }

    private String passage(DelegateExecution execution) {
        return "%s:%s:%s"
                .formatted(key(execution), execution.getCurrentActivityId(), execution.getActivityInstanceId());
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

    /** A moment as the people at the client's place would say it, in English for the colleague's form. */
    String inWords(DelegateExecution execution, Instant moment) {
        var zone = calendar(execution).zone();
        return MOMENT.format(moment.atZone(zone)) + " (" + zone.getId() + ")";
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

    /** Everybody who may keep a promise to this client: the owner first, then the client's team. */
    List<Person> colleagues(DelegateExecution execution) {
        return colleagueIds(execution).stream().map(this::person).toList();
    }

    /** The user ids of {@link #colleagues}. */
    Set<String> colleagueIds(DelegateExecution execution) {
        var team = client(execution).team();
        var ids = new LinkedHashSet<String>();
        ids.add(OWNER.in(execution));
        ids.add(team.accountManager());
        if (team.deputy() != null) {
            ids.add(team.deputy());
        }
        ids.add(team.director());
        team.specialists().values().forEach(ids::addAll);
        return ids;
    }
}
