package agency.frontline.planwatch.flow;

import agency.frontline.story.FlowStory;
import org.junit.jupiter.api.DisplayName;

@FlowStory
@DisplayName("Plans and pledges, on H2,")
class PlanWatchOnH2Test extends PlanWatchStory {}
