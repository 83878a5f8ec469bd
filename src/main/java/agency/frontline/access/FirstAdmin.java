package agency.frontline.access;

import org.camunda.bpm.engine.IdentityService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Makes user {@code admin} as long as there is no administrator, with the password from the environment; it is read at
 * no other time, so changing it later changes nothing.
 */
@Component
@Profile("!demo")
@Order(AccessSetUp.ORDER + 1)
class FirstAdmin implements ApplicationRunner {

    static final String ID = "admin";

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdmin.class);

    private final IdentityService identity;
    private final String password;

    FirstAdmin(@Lazy IdentityService identity, @Value("${frontline.admin-password:}") String password) {
        this.identity = identity;
        this.password = password;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (identity.createUserQuery().memberOfGroup(StaffGroup.ADMINS.id()).count() > 0) {
            return;
        }
        if (password.isBlank()) {
            LOG.warn("There is no administrator; set FRONTLINE_ADMIN_PASSWORD and start again to make one");
            return;
        }
        if (identity.createUserQuery().userId(ID).count() == 0) {
            var admin = identity.newUser(ID);
            admin.setFirstName("First");
            admin.setLastName("Administrator");
            admin.setPassword(password);
            identity.saveUser(admin);
        }
        identity.createMembership(ID, StaffGroup.ADMINS.id());
        LOG.info("Made the first administrator, user {}", ID);
    }
}
