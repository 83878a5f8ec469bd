package agency.frontline;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@FrontlineTest
@DisplayName("Frontline starts")
class FrontlineStartsTest {

    @Autowired
    ProcessEngine engine;

    @Test
    void withItsEngine() {
        assertThat(engine.getName()).isEqualTo("default");
    }
}
