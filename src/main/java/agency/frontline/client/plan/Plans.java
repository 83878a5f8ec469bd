package agency.frontline.client.plan;

import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.plan.PlanDraft.Room;
import agency.frontline.text.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The plans of all clients (C-75). Writes join the transaction of whoever asks. */
@Service
@Transactional
public class Plans {

    private final PlanTable table;
    private final UsageTable usage;
    private final Clients clients;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Plans(PlanTable table, UsageTable usage, Clients clients, ApplicationEventPublisher events, Clock clock) {
        this.table = table;
        this.usage = usage;
        this.clients = clients;
        this.events = events;
        this.clock = clock;
    }

    /** The newest version; empty while there is no baseline. */
    @Transactional(readOnly = true)
    public Optional<Plan> latest(String client) {
        return table.newestVersion(client).flatMap(version -> table.find(client, version));
    }

    @Transactional(readOnly = true)
    public Optional<Plan> version(String client, int version) {
        return table.find(client, version);
    }

    /** Every version, the baseline first. */
    @Transactional(readOnly = true)
    public List<Plan> versions(String client) {
        return IntStream.rangeClosed(1, table.newestVersion(client).orElse(0))
                .mapToObj(version -> table.find(client, version).orElseThrow())
                .toList();
    }

    /** What this version changed; nothing for the baseline. */
    @Transactional(readOnly = true)
    public PlanChanges changesOf(Plan plan) {
        return table.find(plan.client(), plan.version() - 1)
                .map(before -> PlanChanges.between(before.content(), plan.content()))
                .orElseGet(() -> new PlanChanges(List.of()));
    }

    /** What the writer of the next version, or of the baseline, can refer to. */
    @Transactional(readOnly = true)
    public Room room(Client client) {
        var today = LocalDate.ofInstant(clock.instant(), client.timeZone());
        return new Room(
                latest(client.code()).orElse(null), table.numbers(client.code()), client.contacts(), today, today);
    }

    /**
     * Keeps the draft as the next version, and publishes {@link PlanMoved}.
     *
     * @param before the room's version from which it was written, 0 for the baseline
     * @param by user id
     * @param agreedIn number of the case in which it was agreed; null where no case was open
     * @throws Refusal TOO_LATE when there is a newer version than the one it was written from
     */
    public Plan record(Client client, PlanDraft draft, int before, String by, @Nullable String agreedIn) {
        var newest = table.newestVersion(client.code()).orElse(0);
        if (newest != before) {
            throw changedMeanwhile(client);
        }
        var plan = new Plan(client.code(), newest + 1, draft, by, clock.instant(), agreedIn);
        try {
            table.insert(plan);
        } catch (DuplicateKeyException raced) {
            throw changedMeanwhile(client);
        }
        events.publishEvent(new PlanMoved(client.code(), use(plan)));
        return plan;
    }

    private static Refusal changedMeanwhile(Client client) {
        return Refusal.tooLate("Somebody else changed the plan of " + client.name()
                + " at the same moment. Read it again and repeat your change.");
    }

    /** How much of the newest version is used up; empty while there is no baseline. */
    @Transactional(readOnly = true)
    public Optional<PlanUse> use(String client) {
        return latest(client).map(this::use);
    }

    private PlanUse use(Plan plan) {
        return PlanUse.of(plan, usage.latest(plan.client()));
    }

    /** Reads reports of what was used for this client. */
    @Transactional(readOnly = true)
    UsageReading usageReading(Client client) {
        var items = table.numbers(client.code()).stream()
                .filter(number -> number.startsWith("W"))
                .sorted(Comparator.comparing((String number) -> number.length()).thenComparing(number -> number))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new UsageReading(items, LocalDate.ofInstant(clock.instant(), client.timeZone()));
    }

    /**
     * Notes what other tools say, all of it or nothing, and publishes {@link PlanMoved} where that changes anything.
     *
     * @param reports each day's; of two about the same thing and day the later in the list holds
     * @param by user id
     * @throws Refusal NOT_FOUND while the client has no plan
     */
    public PlanUse report(String client, List<UsageReport> reports, String by) {
        if (!table.lock(client)) {
            throw Refusal.notFound("There is no plan of " + client + " yet; its baseline comes first.");
        }
        var before = use(client).orElseThrow();
        for (var report : reports) {
            report.lines().forEach(line -> usage.put(client, report.asOf(), line, by));
        }
        var after = use(client).orElseThrow();
        if (!after.equals(before)) {
            events.publishEvent(new PlanMoved(client, after));
        }
        return after;
    }

    /**
     * Notes that somebody is warned of this, once for a version of the plan (F11).
     *
     * @param subject what it is about, such as {@code BURN_75} or {@code LATE_W2}
     * @return whether nobody was warned of it before
     */
    public boolean warnOnce(Plan plan, String subject) {
        table.lock(plan.client());
        return table.warn(plan, subject);
    }
}
