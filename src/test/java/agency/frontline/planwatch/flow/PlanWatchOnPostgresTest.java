package agency.frontline.planwatch.flow;

import agency.frontline.FrontlineOnPostgresTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineOnPostgresTest
@DisplayName("Plans and pledges, on PostgreSQL,")
class PlanWatchOnPostgresTest extends PlanWatchStory {}
