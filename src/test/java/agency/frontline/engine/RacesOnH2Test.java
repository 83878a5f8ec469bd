package agency.frontline.engine;

import agency.frontline.FrontlineTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineTest
@DisplayName("Two at once, on H2")
class RacesOnH2Test extends Races {}
