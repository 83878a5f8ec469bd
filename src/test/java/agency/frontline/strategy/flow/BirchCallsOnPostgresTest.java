package agency.frontline.strategy.flow;

import agency.frontline.FrontlineOnPostgresTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineOnPostgresTest
@DisplayName("Birch calls about SEO and a lost proposal, on PostgreSQL")
class BirchCallsOnPostgresTest extends BirchCallsStory {}
