package agency.frontline.engine;

import agency.frontline.FrontlineOnPostgresTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineOnPostgresTest
@DisplayName("Long text, on PostgreSQL,")
class LongTextOnPostgresTest extends LongTextStory {}
