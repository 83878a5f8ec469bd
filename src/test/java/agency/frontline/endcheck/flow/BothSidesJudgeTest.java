package agency.frontline.endcheck.flow;

import agency.frontline.story.FlowStory;
import org.junit.jupiter.api.DisplayName;

@FlowStory
@DisplayName("At the end of a plan both sides say, apart, whether we got where the client wanted to go (C-82)")
class BothSidesJudgeTest extends BothSidesJudgeStory {}
