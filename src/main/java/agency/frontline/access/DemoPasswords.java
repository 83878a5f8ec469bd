package agency.frontline.access;

import agency.frontline.engine.AsSystem;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Nobody may log in with the password that the README tells; checked before the first request can come in. */
@Component
@Profile("production")
class DemoPasswords implements SmartInitializingSingleton {

    private final IdentityService identity;
    private final AsSystem asSystem;

    DemoPasswords(@Lazy IdentityService identity, AsSystem asSystem) {
        this.identity = identity;
        this.asSystem = asSystem;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var users = whoHaveIt();
        if (!users.isEmpty()) {
            throw new NotReadyForProduction(List.of("demo users have their password 'demo' still: "
                    + String.join(", ", users)
                    + "; delete them, change their passwords, or start with a new database"));
        }
    }

    /** Compared with what is stored, for a failed login would count against the user. */
    List<String> whoHaveIt() {
        return asSystem.run(() -> {
            var passwords = Context.getProcessEngineConfiguration().getPasswordManager();
            return identity.createUserQuery().orderByUserId().asc().unlimitedList().stream()
                    .map(UserEntity.class::cast)
                    .filter(user -> user.getPassword() != null)
                    .filter(user ->
                            passwords.check(EncryptionUtil.saltPassword("demo", user.getSalt()), user.getPassword()))
                    .map(UserEntity::getId)
                    .toList();
        });
    }
}
