package agency.frontline.engine;

import agency.frontline.FrontlineTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineTest
@DisplayName("Long text, on H2,")
class LongTextOnH2Test extends LongTextStory {}
