package agency.frontline.demo;

import agency.frontline.access.StaffGroup;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The people of a small agency, one or two in each group, all with the password {@code demo} (processes.md). Who is
 * there already is left alone, password and name included; a lost group is given back.
 */
@Component
@Profile("demo")
@Order(10) // behind the groups
class DemoUsers implements ApplicationRunner {

    static final String PASSWORD = "demo";

    private record DemoUser(String id, String firstName, String lastName, StaffGroup group) {}

    private static final List<DemoUser> ALL = List.of(
            new DemoUser("manager", "Anna", "Nowak", StaffGroup.ACCOUNT_MANAGERS),
            new DemoUser("manager2", "James", "Reed", StaffGroup.ACCOUNT_MANAGERS),
            new DemoUser("director", "Olivia", "Hart", StaffGroup.ACCOUNT_DIRECTORS),
            new DemoUser("planner", "Priya", "Shah", StaffGroup.PLANNERS),
            new DemoUser("media", "Tom", "Berg", StaffGroup.MEDIA_SPECIALISTS),
            new DemoUser("writer", "Lena", "Fischer", StaffGroup.WRITERS),
            new DemoUser("artdirector", "Marco", "Rossi", StaffGroup.ART_DIRECTORS),
            new DemoUser("projectmanager", "Sofia", "Lindqvist", StaffGroup.PROJECT_MANAGERS),
            new DemoUser("producer", "Daniel", "Okafor", StaffGroup.PRODUCERS),
            new DemoUser("owner", "Helen", "Price", StaffGroup.PROCESS_OWNERS),
            new DemoUser("auditor", "Victor", "Stone", StaffGroup.AUDITORS),
            new DemoUser("intake", "Web", "Forms", StaffGroup.INTAKE),
            new DemoUser("admin", "Grace", "Mills", StaffGroup.ADMINS));

    private final IdentityService identity;

    DemoUsers(@Lazy IdentityService identity) {
        this.identity = identity;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        ALL.forEach(this::restore);
    }

    private void restore(DemoUser wanted) {
        if (identity.createUserQuery().userId(wanted.id()).count() == 0) {
            var user = identity.newUser(wanted.id());
            user.setFirstName(wanted.firstName());
            user.setLastName(wanted.lastName());
            user.setEmail(wanted.id() + "@frontline.example");
            user.setPassword(PASSWORD);
            identity.saveUser(user);
        }
        var group = wanted.group().id();
        if (identity.createGroupQuery().groupId(group).groupMember(wanted.id()).count() == 0) {
            identity.createMembership(wanted.id(), group);
        }
    }
}
