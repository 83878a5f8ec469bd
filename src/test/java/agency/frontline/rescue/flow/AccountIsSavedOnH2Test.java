package agency.frontline.rescue.flow;

import agency.frontline.story.FlowStory;
import org.junit.jupiter.api.DisplayName;

@FlowStory
@DisplayName("An account that is about to be lost is looked after until it is steady, on H2 (C-35)")
class AccountIsSavedOnH2Test extends AccountIsSavedStory {}
