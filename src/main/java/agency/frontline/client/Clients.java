package agency.frontline.client;

import agency.frontline.calendar.BusinessCalendar;
import agency.frontline.store.ReadOnce;
import agency.frontline.text.Mailbox;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The directory of clients: everybody asks here who somebody is and who takes care of them. It knows nothing of who is
 * asking; hiding other people's clients is up to whoever shows them.
 */
@Service
public class Clients {

    /** Marks a transaction that has saved a client: what it reads may be rolled back and must not be remembered. */
    private static final Object SAVING = new Object();

    private final ClientTable table;
    private final ObjectProvider<Staff> staff;
    private final ApplicationEventPublisher events;

    /** What was read last, by code; it holds as long as the row has that version, whichever node changes it. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(long version, Client client) {}

    private final ReadOnce<String, Optional<Client>> unchanged = new ReadOnce<>(this::lastOrRead);

    Clients(ClientTable table, ObjectProvider<Staff> staff, ApplicationEventPublisher events) {
        this.table = table;
        this.staff = staff;
        this.events = events;
    }

    /**
     * A client is asked for at every step of a case and changes once a month, so only its version is read, and once in a
     * transaction.
     */
    public Optional<Client> find(String code) {
        return TransactionSynchronizationManager.hasResource(SAVING) ? table.find(code) : unchanged.get(code);
    }

    private Optional<Client> lastOrRead(String code) {
        var version = table.version(code);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        var last = known.get(code);
        if (last != null && last.version() == version.get()) {
            return Optional.of(last.client());
        }
        var client = table.find(code);
        client.ifPresent(read -> known.put(code, new Known(version.get(), read)));
        return client;
    }

    private static void rememberNothingInThisTransaction() {
        if (TransactionSynchronizationManager.isSynchronizationActive()
                && !TransactionSynchronizationManager.hasResource(SAVING)) {
            TransactionSynchronizationManager.bindResource(SAVING, true);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResource(SAVING);
                }
            });
        }
    }

    /** The client, or a {@link Refusal.Kind#NOT_FOUND refusal} when there is none of that code. */
    public Client get(String code) {
        return find(code).orElseThrow(() -> Refusal.notFound("There is no client " + code + "."));
    }

    /** Every client, by code. */
    public List<Client> all() {
        return table.all();
    }

    /** Whose address this is, in any case; nobody's when that person has left their client. */
    public Optional<KnownContact> contactByAddress(String address) {
        return table.clientOfAddress(address).flatMap(this::find).flatMap(client -> client.contacts().stream()
                .filter(contact -> contact.email().equalsIgnoreCase(address.strip()))
                .findFirst()
                .map(contact -> new KnownContact(client, contact)));
    }

    /**
     * Whom somebody may mean by what they typed. An address, alone or as "Name &lt;address&gt;", means its owner or
     * nobody; anything else is words of a name, in any order, case and with or without diacritics. A full name means
     * those who bear it, even if it is part of longer names. Blank means nobody.
     */
    public List<KnownContact> contactsMatching(String addressOrNamePart) {
        var address = addressIn(addressOrNamePart);
        return address.isPresent() ? contactByAddress(address.get()).stream().toList() : named(addressOrNamePart);
    }

    private static Optional<String> addressIn(String typed) {
        try {
            return Optional.of(Mailbox.of(typed).address());
        } catch (Refusal noAddress) {
            return Optional.empty();
        }
    }

    private List<KnownContact> named(String typed) {
        var named = all().stream()
                .flatMap(client -> client.contacts().stream().map(contact -> new KnownContact(client, contact)))
                .filter(known -> Names.matches(typed, known.contact().name()))
                .toList();
        var exactly = named.stream()
                .filter(known -> Names.same(typed, known.contact().name()))
                .toList();
        return exactly.isEmpty() ? named : exactly;
    }

    /** Whose own mail domain this is, in any case; at most one client. A sub-domain is a domain of its own. */
    public List<Client> byMailDomain(String domain) {
        return table.clientOfDomain(domain).flatMap(this::find).stream().toList();
    }

    /** When this client is at work: their hours, zone and public holidays. */
    public BusinessCalendar calendarOf(Client client) {
        return BusinessCalendar.of(client.timeZone(), client.holidayCalendar(), client.hours());
    }

    /**
     * Registers the client or replaces what was known under that code, and publishes {@link ClientSaved}. Contacts who
     * are not named any more have left; they are kept, but nothing matches them. Refused with all that is wrong at once
     * when it breaks a rule, as too late when somebody else saved at the same moment.
     */
    @Transactional
    public Saved save(Client client) {
        return save(client, List.of(), before -> {});
    }

    /** The same, where reading the client has found faults already, and not everybody may change everything. */
    @Transactional
    Saved save(Client client, List<FieldError> faultsOfReading, Consumer<Optional<Client>> permission) {
        rememberNothingInThisTransaction();
        // The version comes first: whatever changes while the rest is read is noticed when writing.
        var version = table.version(client.code());
        var before = version.flatMap(known -> table.find(client.code()));
        permission.accept(before);
        var faults = new ArrayList<>(faultsOfReading);
        faults.addAll(faultsOf(client));
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        try {
            if (version.isEmpty()) {
                table.insert(client);
            } else if (!table.update(client, version.get())) {
                throw somebodyWasFirst(client);
            }
        } catch (DuplicateKeyException raced) {
            throw somebodyWasFirst(client);
        }
        events.publishEvent(new ClientSaved(before.orElse(null), client));
        return version.isEmpty() ? Saved.CREATED : Saved.CHANGED;
    }

    /** Whether mail from this domain can be this client's: their own, and nobody else's yet. */
    public boolean mayClaim(String code, String domain) {
        return MailDomain.isDomain(domain)
                && !MailDomain.isPublicProvider(domain)
                && table.clientOfDomain(domain)
                        .filter(owner -> !owner.equals(code))
                        .isEmpty();
    }

    /** All that stands against saving the client as it is now; each field by its name in the REST face (api.md). */
    public List<FieldError> faultsOf(Client client) {
        var faults = new ArrayList<>(ClientRules.brokenBy(client));
        faults.addAll(takenByOthers(client));
        faults.addAll(notOnStaff(client.team()));
        return faults;
    }

    private static Refusal somebodyWasFirst(Client client) {
        return Refusal.tooLate("Somebody else saved " + client.code()
                + ", or an address or mail domain of it, at the same moment. Read it again and repeat your change.");
    }

    private List<FieldError> takenByOthers(Client client) {
        var taken = new ArrayList<FieldError>();
        for (var i = 0; i < client.contacts().size(); i++) {
            var field = "contacts[" + i + "].email";
            table.clientOfAddress(client.contacts().get(i).email())
                    .filter(owner -> !owner.equals(client.code()))
                    .ifPresent(owner -> taken.add(new FieldError(
                            field, "This address is a contact of another client already; take it out there first.")));
        }
        for (var i = 0; i < client.mailDomains().size(); i++) {
            var field = "mailDomains[" + i + "]";
            table.clientOfDomain(client.mailDomains().get(i))
                    .filter(owner -> !owner.equals(client.code()))
                    .ifPresent(owner -> taken.add(new FieldError(
                            field, "This domain is another client's already; take it out there first.")));
        }
        return taken;
    }

    private List<FieldError> notOnStaff(Team team) {
        var known = staff.getIfAvailable();
        if (known == null) {
            return List.of();
        }
        var strangers = new ArrayList<FieldError>();
        member(known, "team.accountManager", team.accountManager(), "account-managers", strangers);
        member(known, "team.deputy", team.deputy(), "account-managers", strangers);
        member(known, "team.director", team.director(), "account-directors", strangers);
        team.specialists().forEach((group, users) -> {
            if (ClientRules.SPECIALIST_GROUPS.contains(group)) {
                for (var i = 0; i < users.size(); i++) {
                    member(known, "team.specialists.%s[%d]".formatted(group, i), users.get(i), group, strangers);
                }
            }
        });
        return strangers;
    }

    private static void member(
            Staff staff, String field, @Nullable String user, String group, List<FieldError> strangers) {
        // Where somebody is missing who must be named, the rules have said so already.
        if (user != null && !user.isEmpty() && !staff.isIn(user, group)) {
            strangers.add(new FieldError(
                    field, "There is nobody '%s' among the %s; name one of them.".formatted(user, group)));
        }
    }
}
