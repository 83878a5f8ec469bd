package agency.frontline;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@DisplayName("The house keeps its rooms apart")
class ModularityTest {

    private final ApplicationModules modules = ApplicationModules.of(Frontline.class);

    @Test
    void modulesUseEachOtherOnlyThroughTheirDoors() {
        modules.verify();
    }

    @Test
    void thePictureOfTheModulesIsDrawn() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
