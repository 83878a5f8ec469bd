package agency.frontline.story;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.casefile.Deadlines;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.mail.ClientMessage;
import agency.frontline.mail.Correspondence;
import agency.frontline.mail.IncomingAttachment;
import agency.frontline.mail.MailWorkers;
import agency.frontline.notification.HandedIn;
import agency.frontline.text.Mailbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Opens cases the ways clients and colleagues do, and lets people act under their own names and rights. */
@Component
public class Cases {

    private static final AtomicInteger STORIES = new AtomicInteger();

    final ProcessEngine engine;
    final CaseRegister register;
    final Conversation conversation;
    final Deadlines deadlines;
    final MailWorkers mail;
    final Correspondence correspondence;
    final HandedIn handedIn;
    private final Clients clients;
    private final JdbcClient jdbc;
    private final Clock clock;

    Cases(
            ProcessEngine engine,
            CaseRegister register,
            Conversation conversation,
            Deadlines deadlines,
            MailWorkers mail,
            Correspondence correspondence,
            HandedIn handedIn,
            Clients clients,
            JdbcClient jdbc,
            Clock clock) {
        this.engine = engine;
        this.register = register;
        this.conversation = conversation;
        this.deadlines = deadlines;
        this.mail = mail;
        this.correspondence = correspondence;
        this.handedIn = handedIn;
        this.clients = clients;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A mail of a known contact has arrived and opened a case. */
    public Case mailFrom(String address, String subject, String words) {
        var key = correspondence.open(message(address, subject, words));
        return new Case(this, head(key)).settle();
    }

    /** A mail of somebody nobody knows, with a file attached; opens the inquiry after them. */
    public Case strangersMail(String address, String name, String subject, String words, IncomingAttachment... files) {
        var message = message(address, subject, words);
        var key = correspondence.senderUnknown(new ClientMessage(
                new Mailbox(address, name),
                null,
                null,
                message.channel(),
                subject,
                words,
                null,
                message.messageId(),
                message.receivedAt(),
                false,
                true,
                List.of(files),
                List.of()));
        return new Case(this, head(key)).settle();
    }

    ClientMessage message(String address, String subject, String words) {
        return message(address, subject, words, false);
    }

    private ClientMessage message(String address, String subject, String words, boolean automatic) {
        var known = clients.contactByAddress(address);
        return new ClientMessage(
                Mailbox.of(address),
                known.orElse(null),
                known.map(contact -> contact.client().code()).orElse(null),
                Channel.EMAIL,
                subject,
                words,
                null,
                "<" + UUID.randomUUID() + "@story.example>",
                clock.instant(),
                automatic,
                true,
                List.of(),
                List.of());
    }

    /**
     * A client that only this story touches, in all else like the demo client of that code. Its people have names and a
     * domain of their own, so that nobody is taken for somebody else.
     */
    public Client clientLike(String code) {
        var like = clients.get(code);
        var story = STORIES.incrementAndGet();
        var own = code + story;
        var domain = "@" + own.toLowerCase(Locale.ROOT) + ".example";
        clients.save(new Client(
                own,
                like.name(),
                like.tier(),
                like.type(),
                like.timeZone(),
                like.holidayCalendar(),
                like.hours(),
                like.languages(),
                List.of(),
                like.team(),
                like.contacts().stream()
                        .map(contact -> new Contact(
                                contact.email().replaceAll("@.*", domain),
                                contact.email().startsWith("ceo") ? "Odile Quist" + story : "Ragnar Quist" + story,
                                contact.role(),
                                contact.language(),
                                contact.channel()))
                        .toList(),
                like.ethos()));
        return clients.get(own);
    }

    /** Somebody fills in the form "Log issue" in Tasklist. */
    public Case logged(String user, Map<String, Object> form) {
        return started(user, "clientIssue", form);
    }

    /** Somebody fills in the start form of a process in Tasklist. */
    public Case started(String user, String process, Map<String, Object> form) {
        var instance = as(user, () -> {
            var definition = engine.getRepositoryService()
                    .createProcessDefinitionQuery()
                    .processDefinitionKey(process)
                    .latestVersion()
                    .singleResult();
            return engine.getFormService().submitStartForm(definition.getId(), form);
        });
        return new Case(this, register.ofInstance(instance.getId()).orElseThrow()).settle();
    }

    /** The same, if it is refused: the fields with what would do instead. */
    public Map<String, String> refusesToLog(String user, Map<String, Object> form) {
        return Refused.by(() -> logged(user, form));
    }

    /** A start that is refused: the fields with what would do instead. */
    public Map<String, String> refusesToStart(String user, String process, Map<String, Object> form) {
        return Refused.by(() -> started(user, process, form));
    }

    /** Numbers of the open cases of a person at a client, the newest first. */
    public List<String> openCasesOf(String contact) {
        return register.openOf(contact).stream().map(CaseHead::businessKey).toList();
    }

    /** The contact's mail program answers by itself. Returns the number of the case that took it. */
    public String absenceNoteTo(Case answered, String words) {
        return correspondence.add(
                answered.key(),
                message(answered.head().contact(), "Re: " + answered.head().subject(), words, true));
    }

    /** The client answers a case that may have ended. Returns the number of the case that took it. */
    public String answerTo(Case answered, String words) {
        return correspondence.add(
                answered.key(),
                message(answered.head().contact(), "Re: " + answered.head().subject(), words));
    }

    public Instant now() {
        return clock.instant();
    }

    /** The newest open case of a person at a client, beside those that the rhythm opens by itself. */
    public Case openOf(String contact) {
        var open = register.openOf(contact).stream()
                .filter(head -> !head.process().equals("touchBase"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(contact + " has no open case"));
        return new Case(this, open).settle();
    }

    /** The open cases of a process at a client, the oldest first. */
    public List<Case> openOfClient(String client, String process) {
        return register.openOfClient(client).stream()
                .filter(head -> head.process().equals(process))
                .sorted(Comparator.comparing(CaseHead::businessKey))
                .map(head -> new Case(this, head).settle())
                .toList();
    }

    /** A table that a process owner has changed says otherwise. */
    public void set(Case open, String variable, Object value) {
        engine.getRuntimeService().setVariable(open.head().processInstanceId(), variable, value);
    }

    /** The hourly tick looks for the clients whose turn it is, and calls on them. */
    public void morning() {
        var tick = engine.getRuntimeService()
                .startProcessInstanceByKey("planTouchBases")
                .getId();
        for (var job = ready(tick); job.isPresent(); job = ready(tick)) {
            engine.getManagementService().executeJob(job.get().getId());
        }
    }

    private Optional<Job> ready(String instance) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(instance)
                .messages()
                .unlimitedList()
                .stream()
                .findFirst();
    }

    /** A code, and with it a mail domain, that no other story uses. */
    public String newCode(String start) {
        return start + STORIES.incrementAndGet();
    }

    Object fact(String key, String name) {
        return jdbc.sql("select " + name + " from fl_issue where business_key = :key")
                .param("key", key)
                .query((row, n) -> Optional.ofNullable(row.getObject(1)))
                .single()
                .orElse(null);
    }

    List<String> groupsOf(String user) {
        return engine.getIdentityService().createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .toList();
    }

    public Case find(String businessKey) {
        return new Case(this, head(businessKey));
    }

    CaseHead head(String key) {
        return register.get(key);
    }

    /** Does something under the name, groups and clients of a demo user. */
    public <T> T as(String user, Supplier<T> deed) {
        var identity = engine.getIdentityService();
        identity.clearAuthentication();
        var groups = identity.createGroupQuery().groupMember(user).unlimitedList().stream()
                .map(Group::getId)
                .toList();
        var tenants = identity.createTenantQuery().userMember(user).includingGroupsOfUser(true).unlimitedList().stream()
                .map(Tenant::getId)
                .toList();
        identity.setAuthentication(user, groups, tenants);
        try {
            return deed.get();
        } finally {
            identity.clearAuthentication();
        }
    }

    public void as(String user, Runnable deed) {
        as(user, () -> {
            deed.run();
            return null;
        });
    }
}
