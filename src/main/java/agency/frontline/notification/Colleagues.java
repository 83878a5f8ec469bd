package agency.frontline.notification;

import agency.frontline.client.Absences;
import agency.frontline.client.Client;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the person behind a user id; a letter must not fail because a user was deleted or has no address. */
@Component
public class Colleagues {

    private final ObjectProvider<People> people;
    private final ObjectProvider<Absences> absences;
    private final String domain;

    Colleagues(ObjectProvider<People> people, ObjectProvider<Absences> absences, NotificationSettings settings) {
        this.people = people;
        this.absences = absences;
        this.domain = settings.staffDomain();
    }

    /** The user, or one who is named by the id; with the address {@code <id>@<frontline.staff-domain>} if none is known. */
    public Person person(String userId) {
        var known = people.stream().flatMap(p -> p.find(userId).stream()).findFirst();
        return known.map(this::reachable).orElseGet(() -> new Person(userId, "", "", address(userId)));
    }

    /** Who does this user's work for the client today: the user, or whoever stands in while they are away (F13). */
    public Person acting(@Nullable Client client, String userId) {
        var standIn = absences.stream().flatMap(a -> a.standIn(client, userId).stream());
        return person(standIn.findFirst().orElse(userId));
    }

    /** The name of who does this user's work today, as "Bea Deputy for Ann Owner" while somebody stands in. */
    public String actingName(@Nullable Client client, String userId) {
        var acting = acting(client, userId);
        return acting.id().equals(userId)
                ? acting.name()
                : acting.name() + " for " + person(userId).name();
    }

    /** All members of a group; empty when nobody is in it. */
    public List<Person> inGroup(String groupId) {
        return people.stream()
                .flatMap(p -> p.inGroup(groupId).stream())
                .map(this::reachable)
                .toList();
    }

    /** The specialists of this group on the client's team; where it names none, the whole group. */
    List<Person> specialists(@Nullable Client client, String groupId) {
        var team =
                client == null ? List.<String>of() : client.team().specialists().getOrDefault(groupId, List.of());
        return team.isEmpty()
                ? inGroup(groupId)
                : team.stream().map(this::person).toList();
    }

    private Person reachable(Person person) {
        return person.email().isBlank()
                ? new Person(person.id(), person.firstName(), person.lastName(), address(person.id()))
                : person;
    }

    private String address(String userId) {
        return userId + "@" + domain;
    }
}
