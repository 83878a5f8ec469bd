package agency.frontline.client;

import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is away, and who stands in (F13). Whoever is away stays the owner of their cases; somebody else may do what is
 * theirs meanwhile. All of it is read from the dates whenever somebody asks, so that it begins and ends by itself, after
 * a restart and under a moved clock too.
 *
 * <p>In for somebody stands the deputy their absence names; where it names none and they are the client's account
 * manager, the deputy of the client's team; else the client's director. If that person is away, whoever stands in for
 * them, and so on; a circle ends at the director. A day is the client's own, and UTC's where no client is known.
 */
@Service
public class Absences {

    private static final Logger LOG = LoggerFactory.getLogger(Absences.class);

    private static final List<String> MANAGERS = List.of("account-managers", "account-directors");
    private static final int YEARS_AHEAD = 2;

    private final AbsenceTable table;
    private final Clients clients;
    private final ObjectProvider<Staff> staff;
    private final Clock clock;

    Absences(AbsenceTable table, Clients clients, ObjectProvider<Staff> staff, Clock clock) {
        this.table = table;
        this.clients = clients;
        this.staff = staff;
        this.clock = clock;
    }

    /** Everybody's that are not over yet, the earliest first. */
    public List<Absence> nowAndLater() {
        return table.lastingUntil(earliestToday());
    }

    /** All of one person's, past ones too. */
    public List<Absence> of(String person) {
        return table.of(person);
    }

    /**
     * Who stands in for this person today; empty when they are not away, or nobody does.
     *
     * @param client whose work it is about; null where none is known, then only named deputies count
     */
    public Optional<String> standIn(@Nullable Client client, String person) {
        return standIn(client, person, awayOn(today(client)));
    }

    /** Whether this user may do today what is that person's. */
    public boolean standsIn(String user, String person, @Nullable Client client) {
        return !user.equals(person)
                && standIn(client, person).filter(user::equals).isPresent();
    }

    /** The codes of the clients for whose account manager this user stands in today. */
    public Set<String> clientsOf(String user) {
        var away = table.lastingUntil(earliestToday()).stream()
                .map(Absence::person)
                .collect(Collectors.toSet());
        return away.isEmpty()
                ? Set.of()
                : table.clientsOf(away).stream()
                        .flatMap(code -> clients.find(code).stream())
                        .filter(client -> standsIn(user, client.team().accountManager(), client))
                        .map(Client::code)
                        .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Everybody who is away today and has some of their work done by this user. */
    public Set<String> ownersFor(String user) {
        var owners = new TreeSet<>(peopleOf(user));
        clientsOf(user).stream()
                .flatMap(code -> clients.find(code).stream())
                .map(client -> client.team().accountManager())
                .forEach(owners::add);
        return owners;
    }

    /** For whom this user stands in today whichever client it is: named as deputy, directly or by a chain of names. */
    public Set<String> peopleOf(String user) {
        return awayOn(today(null)).keySet().stream()
                .filter(person -> standsIn(user, person, null))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<String> standIn(@Nullable Client client, String person, Map<String, Absence> away) {
        var director = client == null ? null : client.team().director();
        var gone = new HashSet<String>();
        var current = person;
        while (away.containsKey(current)) {
            gone.add(current);
            var next = deputy(away.get(current), client);
            if (next == null || gone.contains(next)) {
                return Optional.ofNullable(director).filter(last -> !last.equals(person));
            }
            current = next;
        }
        return current.equals(person) ? Optional.empty() : Optional.of(current);
    }

    private @Nullable String deputy(Absence absence, @Nullable Client client) {
        if (absence.deputy() != null && isManager(absence.deputy())) {
            return absence.deputy();
        }
        if (client == null) {
            return null;
        }
        var team = client.team();
        var named = absence.person().equals(team.accountManager()) ? team.deputy() : null;
        return named != null && isManager(named) ? named : team.director();
    }

    private Map<String, Absence> awayOn(LocalDate day) {
        return table.lastingUntil(day).stream()
                .filter(absence -> absence.isOn(day))
                .collect(Collectors.toMap(Absence::person, absence -> absence, (first, other) -> first));
    }

    private LocalDate today(@Nullable Client client) {
        return LocalDate.ofInstant(clock.instant(), client == null ? ZoneOffset.UTC : client.timeZone());
    }

    /** The day it still is somewhere. */
    private LocalDate earliestToday() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Etc/GMT+12"));
    }

    /**
     * Records an absence, or changes the one that begins on that day. One that has begun can be made longer or shorter;
     * its days that are over stay.
     *
     * @param by user id of who records it
     */
    @Transactional
    public Saved record(Absence absence, String by) {
        var known = table.of(absence.person());
        var before = known.stream()
                .filter(other -> other.from().equals(absence.from()))
                .findFirst();
        var faults = new ArrayList<FieldError>();
        if (before.filter(over -> over.until().isBefore(earliestToday())).isPresent()) {
            throw Refusal.tooLate("This absence is over already; record another from today on.");
        }
        days(absence, before.isPresent(), faults);
        known.stream()
                .filter(other -> !other.from().equals(absence.from()) && other.meets(absence))
                .findFirst()
                .ifPresent(other -> faults.add(new FieldError(
                        "from",
                        "%s is away from %s to %s already; change or end that absence."
                                .formatted(other.person(), other.from(), other.until()))));
        deputy(absence, faults);
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        try {
            if (before.isPresent()) {
                table.update(absence, by);
            } else {
                table.insert(absence, by);
            }
        } catch (DuplicateKeyException raced) {
            throw Refusal.tooLate("Somebody else recorded this absence at the same moment. Read it again.");
        }
        LOG.info(
                "{} recorded that {} is away from {} to {}, deputy {}",
                by,
                absence.person(),
                absence.from(),
                absence.until(),
                absence.deputy());
        return before.isPresent() ? Saved.CHANGED : Saved.CREATED;
    }

    private void days(Absence absence, boolean known, List<FieldError> faults) {
        var today = earliestToday();
        if (!known && absence.from().isBefore(today)) {
            faults.add(new FieldError("from", "This day is over; begin today or later."));
        }
        if (absence.until().isBefore(absence.from())) {
            faults.add(new FieldError("until", "The last day comes before the first; give a later one."));
        } else if (absence.until().isBefore(today)) {
            faults.add(new FieldError("until", "This day is over; give today or a later one, or end the absence."));
        } else if (absence.until().isAfter(today.plusYears(YEARS_AHEAD))) {
            faults.add(new FieldError("until", "This is more than two years ahead; give an earlier day."));
        }
    }

    private void deputy(Absence absence, List<FieldError> faults) {
        var deputy = absence.deputy();
        if (deputy == null) {
            return;
        }
        if (deputy.equals(absence.person())) {
            faults.add(new FieldError("deputy", "Name somebody else, or nobody."));
        } else if (!isManager(deputy)) {
            faults.add(new FieldError(
                    "deputy",
                    "There is nobody '%s' among the account managers and directors; name one of them."
                            .formatted(deputy)));
        } else {
            circle(absence, absence, List.of())
                    .ifPresent(last -> faults.add(new FieldError(
                            "deputy",
                            "%s is away from %s to %s and leaves it to %s, so nobody would be here; name somebody else, or nobody."
                                    .formatted(last.person(), last.from(), last.until(), last.deputy()))));
        }
    }

    /** The absence through which, in days they share, the chain of named deputies comes back to where it began. */
    private Optional<Absence> circle(Absence whole, Absence part, List<String> passed) {
        var deputy = part.deputy();
        if (deputy == null || passed.contains(deputy)) {
            return Optional.empty();
        }
        var further = new ArrayList<>(passed);
        further.add(deputy);
        for (var next : table.of(deputy)) {
            if (next.meets(part)) {
                if (whole.person().equals(next.deputy())) {
                    return Optional.of(next);
                }
                var shared = new Absence(
                        next.person(),
                        later(part.from(), next.from()),
                        earlier(part.until(), next.until()),
                        next.deputy());
                var found = circle(whole, shared, further);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** Takes out an absence that has not begun, and ends one that has with yesterday. */
    @Transactional
    public void end(String person, LocalDate from, String by) {
        var absence = table.of(person).stream()
                .filter(known -> known.from().equals(from))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("There is no absence of %s from %s on.".formatted(person, from)));
        var yesterday = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
        if (absence.until().isBefore(earliestToday())) {
            throw Refusal.tooLate("This absence is over already.");
        }
        if (from.isAfter(yesterday)) {
            table.delete(absence);
        } else {
            table.update(new Absence(person, from, yesterday, absence.deputy()), by);
        }
        LOG.info("{} ended the absence of {} from {} on", by, person, from);
    }

    /** Whether this user has cases of their own, and so may be away from them or stand in; without a staff, everybody. */
    public boolean isManager(String user) {
        var known = staff.getIfAvailable();
        return known == null || MANAGERS.stream().anyMatch(group -> known.isIn(user, group));
    }
}
