package agency.frontline.notification;

import agency.frontline.client.Client;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Finds the person behind a user id; a letter must not fail because a user was deleted or has no address. */
@Component
public class Colleagues {

    private final ObjectProvider<People> people;
    private final String domain;

    Colleagues(ObjectProvider<People> people, NotificationSettings settings) {
        this.people = people;
        this.domain = settings.staffDomain();
    }

    /** The user, or one who is named by the id; with the address {@code <id>@<frontline.staff-domain>} if none is known. */
    public Person person(String userId) {
        var known = people.stream().flatMap(p -> p.find(userId).stream()).findFirst();
        return known.map(this::reachable).orElseGet(() -> new Person(userId, "", "", address(userId)));
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
