package agency.frontline.flow;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.engine.Variable;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Notices.About;
import agency.frontline.notification.Person;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What the steps of a case need to know of it: whose it is, who asks, what day it is there. */
public abstract class CaseDesk {

    /** Code of the case's client; every flow that has one calls it so. */
    public static final Variable<String> CLIENT = Variable.text("client");

    /** User id of the one person who looks after the case (C-04). */
    public static final Variable<String> OWNER = Variable.text("owner");

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("EEE d MMM, HH:mm", Locale.ENGLISH);

    private final CaseRegister register;
    private final Clients clients;
    private final Colleagues colleagues;
    private final Clock clock;

    protected CaseDesk(CaseRegister register, Clients clients, Colleagues colleagues, Clock clock) {
        this.register = register;
        this.clients = clients;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public String key(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }

    public String key(DelegateTask task) {
        return task.getExecution().getProcessBusinessKey();
    }

    public CaseHead theCase(DelegateExecution execution) {
        return register.get(key(execution));
    }

    public Client client(DelegateExecution execution) {
        return clients.get(CLIENT.in(execution));
    }

    public BusinessCalendar calendar(DelegateExecution execution) {
        return clients.calendarOf(client(execution));
    }

    /** The day at the client's. */
    public LocalDate today(DelegateExecution execution) {
        return calendar(execution).localDate(now());
    }

    public Person person(String userId) {
        return colleagues.person(userId);
    }

    /** The case's contact; somebody known only by the client's mail domain is spoken to in the client's first language. */
    public Contact contact(DelegateExecution execution) {
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

    /** A notice about the case, unique for this passage through this step. */
    public About about(DelegateExecution execution) {
        return about(execution, "notice");
    }

    /** One of several notices of the same step, told apart by what is said or to whom. */
    public About about(DelegateExecution execution, String which) {
        return new About(passage(execution) + ":" + which, theCase(execution), client(execution));
    }

    /** Names this passage through this step, so that whatever it sends is sent once. */
    protected String passage(DelegateExecution execution) {
        return "%s:%s:%s"
                .formatted(key(execution), execution.getCurrentActivityId(), execution.getActivityInstanceId());
    }

    /** A moment as the people at the client's place would say it, in English for the colleague's form. */
    public String inWords(DelegateExecution execution, Instant moment) {
        return inWords(calendar(execution).zone(), moment);
    }

    protected static String inWords(ZoneId zone, Instant moment) {
        return MOMENT.format(moment.atZone(zone)) + " (" + zone.getId() + ")";
    }

    /** Everybody who works for this client: the owner first, then the client's team. */
    public List<Person> colleagues(DelegateExecution execution) {
        return colleagueIds(execution).stream().map(this::person).toList();
    }

    /** What those are called who work for this client, whole and by first name: for what must name nobody (C-27). */
    public Set<String> colleagueNames(DelegateExecution execution) {
        return colleagues(execution).stream()
                .flatMap(person -> Stream.of(person.name(), person.firstName()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The user ids of {@link #colleagues}. */
    public Set<String> colleagueIds(DelegateExecution execution) {
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
