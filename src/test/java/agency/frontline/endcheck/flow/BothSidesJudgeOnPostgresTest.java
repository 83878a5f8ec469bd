package agency.frontline.endcheck.flow;

import agency.frontline.FrontlineOnPostgresTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineOnPostgresTest
@DisplayName("At the end of a plan both sides say, apart, whether we got there, on PostgreSQL (C-82)")
class BothSidesJudgeOnPostgresTest extends BothSidesJudgeStory {}
