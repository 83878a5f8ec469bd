package agency.frontline.access;

import agency.frontline.client.Staff;
import agency.frontline.engine.AsSystem;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who is in which group, as the engine's identity service knows. */
@Component
class EngineStaff implements Staff {

    private final IdentityService identity;
    private final AsSystem asSystem;

    EngineStaff(@Lazy IdentityService identity, AsSystem asSystem) {
        this.identity = identity;
        this.asSystem = asSystem;
    }

    @Override
    public boolean isIn(String user, String group) {
        return asSystem.run(() ->
                identity.createUserQuery().userId(user).memberOfGroup(group).count() == 1);
    }
}
