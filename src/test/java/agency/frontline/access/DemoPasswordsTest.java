package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import agency.frontline.FrontlineTest;
import agency.frontline.engine.AsSystem;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("Production does not start where a demo password works")
class DemoPasswordsTest {

    @Autowired
    IdentityService identity;

    @Autowired
    AsSystem asSystem;

    @Test
    void whoeverHasOneIsNamed() {
        var careful = identity.newUser("careful");
        careful.setPassword("a better one");
        identity.saveUser(careful);
        var check = new DemoPasswords(identity, asSystem);

        assertThat(check.whoHaveIt()).contains("manager", "auditor", "admin").doesNotContain("careful");
        assertThatThrownBy(check::afterSingletonsInstantiated)
                .isInstanceOf(NotReadyForProduction.class)
                .hasMessageContaining("manager");
    }
}
