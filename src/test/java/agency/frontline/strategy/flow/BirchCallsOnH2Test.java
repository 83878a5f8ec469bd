package agency.frontline.strategy.flow;

import agency.frontline.story.FlowStory;
import org.junit.jupiter.api.DisplayName;

@FlowStory
@DisplayName("Birch calls about SEO and a lost proposal, on H2")
class BirchCallsOnH2Test extends BirchCallsStory {}
