package agency.frontline.client;

import agency.frontline.text.Csv;
import agency.frontline.text.Csv.Row;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings in many clients from one CSV file, a line a contact (api.md): all of it or nothing, by the same rules as one
 * client at a time. Every fault is told with its line and column, at most {@value #FAULTS_TOLD} of them.
 *
 * <p>What the file has no column for stays as it is: a client's hours, mail domains, specialists and ethos, a contact's
 * role and channel. So does a contact who is not in the file, for a list that somebody keeps elsewhere is rarely whole;
 * whoever has left is taken out one client at a time. A new client is at work from Monday to Friday, 9 to 17 o'clock of
 * its zone, until somebody says better, and whoever imports it is its account director. Empty cells say "nobody" and
 * "nothing"; a line without contact names a client alone. The languages of a client are those of its lines, in their
 * order, and behind them those it had before.
 */
@Service
public class ClientImport {

    /** Some ten thousand contacts take a third of it. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    public static final String TOO_LARGE = "A list of clients has 5 MB at most; send it in parts.";

    static final List<String> COLUMNS = List.of(
            "code",
            "name",
            "tier",
            "type",
            "timeZone",
            "holidayCalendar",
            "language",
            "accountManager",
            "deputy",
            "contactName",
            "contactEmail");

    private static final Csv CSV = new Csv(COLUMNS, "There is no client in it. %s Each line below is a contact.");

    private static final int FAULTS_TOLD = 200;

    private static final List<String> OF_THE_CLIENT =
            List.of("name", "tier", "type", "timeZone", "holidayCalendar", "accountManager", "deputy");

    private static final ClientBody.HoursBody OFFICE_HOURS = new ClientBody.HoursBody(
            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));

    private static final Pattern PART = Pattern.compile("(contacts|languages)\\[(\\d+)](?:\\.(\\w+))?");

    private static final Map<String, String> COLUMNS_OF_FIELDS = Map.of(
            "team.accountManager", "accountManager",
            "team.deputy", "deputy",
            "languages", "language",
            "contacts", "contactEmail",
            "contacts.email", "contactEmail",
            "contacts.name", "contactName",
            "contacts.language", "language");

    private final Clients clients;

    ClientImport(Clients clients) {
        this.clients = clients;
    }

    /** A client as the file has it, with the lines its parts come from. */
    private record Drafted(
            Optional<Client> before, Client client, Row head, Map<Integer, Row> contacts, List<Row> languages) {

        boolean isNews() {
            return !before.equals(Optional.of(client));
        }

        Imported counted() {
            var known = new HashMap<String, Contact>();
            before.ifPresent(client -> client.contacts().forEach(contact -> known.put(contact.email(), contact)));
            var created = client.contacts().stream()
                    .filter(contact -> !known.containsKey(contact.email()))
                    .count();
            var same = client.contacts().stream().filter(known::containsValue).count();
            return new Imported(before.isEmpty() ? 1 : 0, before.isEmpty() ? 0 : 1, (int) created, (int)
                    (client.contacts().size() - created - same));
        }

        /** Where in the file it stands, what the rules call by its name in the REST face. */
        FieldError inTheFile(FieldError fault) {
            var part = PART.matcher(fault.field());
            if (!part.matches()) {
                return head.fault(COLUMNS_OF_FIELDS.getOrDefault(fault.field(), fault.field()), fault.message());
            }
            var place = Integer.parseInt(part.group(2));
            var field = part.group(1) + (part.group(3) == null ? "" : "." + part.group(3));
            var row = part.group(1).equals("contacts")
                    ? contacts.get(place)
                    : place < languages.size() ? languages.get(place) : null;
            return row == null
                    ? head.fault(fault.field(), fault.message())
                    : row.fault(COLUMNS_OF_FIELDS.getOrDefault(field, field), fault.message());
        }
    }

    /**
     * @param director user id of whoever imports it
     * @throws Refusal with every fault, then nothing has changed; too late when somebody saved one of the clients meanwhile
     */
    @Transactional
    public Imported read(byte[] file, String director) {
        var faults = new ArrayList<FieldError>();
        var rows = CSV.read(file, faults);
        var drafts = new ArrayList<Drafted>();
        var addresses = new HashMap<String, Row>();
        for (var ofOneClient : byCode(rows, faults)) {
            drafts.add(draft(ofOneClient, director, addresses, faults));
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(told(faults));
        }
        var sum = Imported.NOTHING;
        for (var draft : drafts) {
            if (draft.isNews()) {
                clients.save(draft.client(), List.of(), before -> mustStillBe(draft, before));
                sum = sum.plus(draft.counted());
            }
        }
        return sum;
    }

    private static void mustStillBe(Drafted draft, Optional<Client> before) {
        if (!draft.before().equals(before)) {
            throw Refusal.tooLate(
                    "Somebody else saved %s at the same moment; nothing was imported. Send the file again."
                            .formatted(draft.client().code()));
        }
    }

    private static Collection<List<Row>> byCode(List<Row> rows, List<FieldError> faults) {
        var byCode = new LinkedHashMap<String, List<Row>>();
        for (var row : rows) {
            if (row.cell("code").isEmpty()) {
                faults.add(row.fault("code", "Say which client this line belongs to."));
            } else {
                byCode.computeIfAbsent(row.cell("code"), code -> new ArrayList<>())
                        .add(row);
            }
        }
        return byCode.values();
    }

    private Drafted draft(List<Row> rows, String director, Map<String, Row> addresses, List<FieldError> faults) {
        var head = rows.get(0);
        rows.forEach(row -> sameClient(head, row, faults));
        var before = clients.find(head.cell("code"));
        var contacts = new ArrayList<>(before.map(Client::contacts).orElse(List.of()));
        var rowsOfContacts = new HashMap<Integer, Row>();
        var languages = new LinkedHashMap<String, Row>();
        for (var row : rows) {
            if (!row.cell("language").isEmpty()) {
                languages.putIfAbsent(row.cell("language"), row);
            }
            contact(row, contacts, addresses, faults).ifPresent(place -> rowsOfContacts.put(place, row));
        }
        var spoken = new LinkedHashSet<>(languages.keySet());
        before.ifPresent(client -> spoken.addAll(client.languages()));
        var faultsOfReading = new ArrayList<FieldError>();
        var client = body(head, before, director, List.copyOf(spoken), contacts)
                .toClient(head.cell("code"), faultsOfReading);
        var draft = new Drafted(before, client, head, rowsOfContacts, List.copyOf(languages.values()));
        Stream.concat(faultsOfReading.stream(), clients.faultsOf(client).stream())
                .map(draft::inTheFile)
                .distinct()
                .forEach(faults::add);
        return draft;
    }

    private static void sameClient(Row head, Row row, List<FieldError> faults) {
        OF_THE_CLIENT.stream()
                .filter(column -> !row.cell(column).equals(head.cell(column)))
                .forEach(column -> faults.add(row.fault(
                        column,
                        "Line %d says '%s' of %s; write the same on each of its lines."
                                .formatted(head.line(), head.cell(column), head.cell("code")))));
    }

    /** Puts the contact of this line among the client's and tells the place; empty when the line has none. */
    private static Optional<Integer> contact(
            Row row, List<Contact> contacts, Map<String, Row> addresses, List<FieldError> faults) {
        var name = row.cell("contactName");
        var written = new Contact(row.cell("contactEmail"), name, null, row.cell("language"), Channel.EMAIL);
        if (name.isEmpty() && written.email().isEmpty()) {
            return Optional.empty();
        }
        var first = written.email().isEmpty() ? null : addresses.putIfAbsent(written.email(), row);
        if (first != null) {
            faults.add(row.fault(
                    "contactEmail",
                    "This address stands on line %d already; name each person once.".formatted(first.line())));
            return Optional.empty();
        }
        for (var place = 0; place < contacts.size(); place++) {
            var known = contacts.get(place);
            if (known.email().equals(written.email())) {
                contacts.set(
                        place, new Contact(known.email(), name, known.role(), row.cell("language"), known.channel()));
                return Optional.of(place);
            }
        }
        contacts.add(written);
        return Optional.of(contacts.size() - 1);
    }

    private static ClientBody body(
            Row head, Optional<Client> before, String director, List<String> languages, List<Contact> contacts) {
        var known = before.map(ClientBody::of);
        var team = before.map(Client::team).orElse(new Team("", null, director, Map.of()));
        return new ClientBody(
                null,
                head.cell("name"),
                constant(Tier.values(), head.cell("tier")),
                constant(Type.values(), head.cell("type")),
                head.cell("timeZone"),
                head.cell("holidayCalendar"),
                known.map(ClientBody::hours).orElse(List.of(OFFICE_HOURS)),
                languages,
                known.map(ClientBody::mailDomains).orElse(List.of()),
                new Team(head.cell("accountManager"), head.cell("deputy"), team.director(), team.specialists()),
                contacts,
                known.map(ClientBody::ethos).orElse(null));
    }

    private static <E extends Enum<E>> @Nullable E constant(E[] all, String name) {
        return Stream.of(all)
                .filter(each -> Objects.equals(each.name(), name))
                .findFirst()
                .orElse(null);
    }

    private static List<FieldError> told(List<FieldError> faults) {
        if (faults.size() <= FAULTS_TOLD) {
            return faults;
        }
        var told = new ArrayList<>(faults.subList(0, FAULTS_TOLD));
        told.add(new FieldError(
                "file", "%d more things are wrong; mend these first.".formatted(faults.size() - FAULTS_TOLD)));
        return told;
    }
}
