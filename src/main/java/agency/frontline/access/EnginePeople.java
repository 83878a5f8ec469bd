package agency.frontline.access;

import agency.frontline.engine.AsSystem;
import agency.frontline.notification.People;
import agency.frontline.notification.Person;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The agency's people as the engine's identity service knows them. Who works for the agency is no secret inside it. */
@Component
class EnginePeople implements People {

    private final IdentityService identity;
    private final AsSystem asSystem;

    EnginePeople(@Lazy IdentityService identity, AsSystem asSystem) {
        this.identity = identity;
        this.asSystem = asSystem;
    }

    @Override
    public Optional<Person> find(String userId) {
        return Optional.ofNullable(asSystem.run(
                        () -> identity.createUserQuery().userId(userId).singleResult()))
                .map(EnginePeople::person);
    }

    @Override
    public List<Person> inGroup(String groupId) {
        return asSystem
                .run(() -> identity.createUserQuery().memberOfGroup(groupId).unlimitedList())
                .stream()
                .map(EnginePeople::person)
                .toList();
    }

    private static Person person(User user) {
        return new Person(
                user.getId(),
                user.getFirstName() == null ? user.getId() : user.getFirstName(),
                user.getLastName() == null ? "" : user.getLastName(),
                user.getEmail());
    }
}
