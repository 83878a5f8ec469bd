package agency.frontline.desk;

import agency.frontline.audit.CaseStories;
import agency.frontline.audit.CaseVisibility;
import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRecords;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.CaseWithdrawal;
import agency.frontline.casefile.Status;
import agency.frontline.client.Client;
import agency.frontline.client.ClientSight;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.engine.CurrentPerson;
import agency.frontline.health.ClientHealth;
import agency.frontline.mail.Deliveries;
import agency.frontline.notification.Colleagues;
import agency.frontline.notification.Person;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** The pages on which people find cases, open and ended, and read one from its first word to its last (F15). */
@Controller
@RequestMapping("/cases")
class CasePages {

    /** What people do beside the tasks is built for issues. */
    private static final String ISSUES = "clientIssue";

    /** A client may object to a report on the phone, too, also when all its steps are done. */
    private static final String REPORTS = "conferenceReport";

    /** What is drafted may be spoken of on the phone, and be taken back, as long as it is open. */
    private static final String DELIVERABLES = "deliverableReview";

    /** Whoever is taken on may want different things, and may withdraw. */
    private static final String ONBOARDINGS = "clientOnboarding";

    private final CaseRegister register;
    private final CaseVisibility visibility;
    private final CaseStories stories;
    private final List<CaseRecords> records;
    private final List<CaseWithdrawal> withdrawals;
    private final Deliveries deliveries;
    private final Clients clients;
    private final ClientSight sight;
    private final ClientHealth health;
    private final Colleagues colleagues;
    private final CurrentPerson person;
    private final Clock clock;

    CasePages(
            CaseRegister register,
            CaseVisibility visibility,
            CaseStories stories,
            List<CaseRecords> records,
            List<CaseWithdrawal> withdrawals,
            Deliveries deliveries,
            Clients clients,
            ClientSight sight,
            ClientHealth health,
            Colleagues colleagues,
            CurrentPerson person,
            Clock clock) {
        this.register = register;
        this.visibility = visibility;
        this.stories = stories;
        this.records = records;
        this.withdrawals = withdrawals;
        this.deliveries = deliveries;
        this.clients = clients;
        this.sight = sight;
        this.health = health;
        this.colleagues = colleagues;
        this.person = person;
        this.clock = clock;
    }

    /** A row of the list; {@code mark} is the class that colours its status. */
    record Row(CaseHead head, String status, String mark, String owner) {}

    /** How the client is whose cases are listed; {@code mark} is the class that colours the word. */
    record HealthOfClient(String code, String client, String word, String mark, List<String> facts) {}

    /** What was looked for, to stand in the form again. */
    record Search(String client, String status, String text, String from, String to) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String client,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            Authentication login,
            Model model) {
        var name = names();
        var until = day("to", to);
        var found = visibility.search(
                client,
                CaseApi.status(status),
                text,
                startOf(day("from", from)),
                until == null ? null : startOf(until.plusDays(1)));
        model.addAttribute("search", new Search(client, status, text, from, to));
        model.addAttribute(
                "clients", clients.all().stream().filter(this::maySee).toList());
        model.addAttribute("health", client.isBlank() ? null : health(client, login));
        var statuses = new LinkedHashMap<String, String>();
        Stream.of(Status.values())
                .filter(known -> known != Status.MERGED)
                .forEach(known -> statuses.put(known.name(), Wording.of(known)));
        model.addAttribute("statuses", statuses);
        model.addAttribute(
                "cases",
                found.stream()
                        .map(head -> new Row(
                                head,
                                Wording.of(head.status()),
                                head.status().name().toLowerCase(Locale.ROOT),
                                head.owner() == null ? "" : name.apply(head.owner())))
                        .toList());
        return "cases";
    }

    @GetMapping("/{key}")
    String one(@PathVariable String key, Authentication login, Model model) {
        var head = visibility.read(key);
        var client = head.client() == null ? null : clients.find(head.client()).orElse(null);
        var page = CasePage.of(
                stories.of(head),
                deliveries.of(head.businessKey()),
                names(),
                client == null ? null : client.name(),
                head.owner() == null ? null : owner(head, client),
                clock.instant());
        var acts = page.open() && head.process().equals(ISSUES);
        var isReport = head.process().startsWith(REPORTS);
        var isDeliverable = page.open() && head.process().startsWith(DELIVERABLES);
        var isOnboarding = page.open() && head.process().startsWith(ONBOARDINGS);
        var manages = person.isIn("account-managers") || person.isIn("account-directors");
        model.addAttribute("page", page);
        model.addAttribute(
                "planIsRead",
                head.client() != null
                        && readsClients()
                        && sight.find(head.client(), login).isPresent());
        model.addAttribute("manages", acts && manages);
        model.addAttribute(
                "hears",
                (isReport || isDeliverable || isOnboarding) && manages
                        || acts
                                && (manages
                                        || CaseVisibility.SPECIALISTS.stream().anyMatch(person::isIn)));
        model.addAttribute(
                "withdraws",
                page.open() && manages && (acts || withdrawals.stream().anyMatch(flow -> flow.knows(head.process()))));
        model.addAttribute("people", isOnboarding && manages ? peopleOf(head) : List.of());
        model.addAttribute(
                "documents",
                records.stream()
                        .flatMap(known -> known.documents(head.businessKey()).stream())
                        .toList());
        model.addAttribute(
                "tables",
                records.stream()
                        .flatMap(known -> known.tables(head.businessKey()).stream())
                        .toList());
        model.addAttribute("heirs", acts && manages ? heirs(head) : List.of());
        model.addAttribute("mergeable", acts && manages ? mergeable(head) : List.of());
        model.addAttribute("howRelated", Wording.RELATED);
        return "case";
    }

    /** While a case is open, with who stands in for its owner. */
    private String owner(CaseHead head, @Nullable Client client) {
        return head.status().isEnded()
                ? colleagues.person(head.owner()).name()
                : colleagues.actingName(client, head.owner());
    }

    /** The model the case runs on and which of its elements are done and open, for the picture. */
    @GetMapping(path = "/{key}/diagram", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    Map<String, Object> diagram(@PathVariable String key) {
        var head = visibility.read(key);
        var page = CasePage.of(stories.of(head), List.of(), UnaryOperator.identity(), null, null, clock.instant());
        var picture = new HashMap<String, Object>(page.marks());
        picture.put("model", stories.modelOf(head));
        return picture;
    }

    /** For those who may see the client as such; a specialist who helps in a case of theirs sees no more than that. */
    private @Nullable HealthOfClient health(String client, Authentication login) {
        if (!readsClients()) {
            return null;
        }
        return sight.find(client, login)
                .map(seen -> {
                    var now = health.of(seen.code());
                    return new HealthOfClient(
                            seen.code(),
                            seen.name(),
                            now.colour().word(),
                            now.colour().name().toLowerCase(Locale.ROOT),
                            now.facts());
                })
                .orElse(null);
    }

    private boolean readsClients() {
        return Stream.of("account-managers", "account-directors", "auditors").anyMatch(person::isIn);
    }

    private boolean maySee(Client client) {
        return person.isIn("account-directors") || person.isIn("auditors") || person.mayKnow(client.code());
    }

    /** Who may own the case instead. */
    private List<Person> heirs(CaseHead head) {
        return Stream.of("account-managers", "account-directors")
                .flatMap(group -> colleagues.inGroup(group).stream())
                .filter(colleague -> !colleague.id().equals(head.owner()))
                .sorted(Comparator.comparing(Person::name))
                .distinct()
                .toList();
    }

    /** The client's other open cases of the same process, newest first. */
    private List<Contact> peopleOf(CaseHead head) {
        return clients.find(head.client()).map(Client::contacts).orElse(List.of());
    }

    private List<CaseHead> mergeable(CaseHead head) {
        return register.openOfClient(head.client()).stream()
                .filter(other -> other.process().equals(head.process()))
                .filter(other -> !other.businessKey().equals(head.businessKey()))
                .toList();
    }

    /** Looks each colleague up once a page. */
    private UnaryOperator<String> names() {
        var known = new HashMap<String, String>();
        return id ->
                known.computeIfAbsent(id, unknown -> colleagues.person(unknown).name());
    }

    private static @Nullable LocalDate day(String field, String text) {
        if (text.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw Refusal.of(field, "Write the day as YYYY-MM-DD, such as 2026-12-24.");
        }
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
