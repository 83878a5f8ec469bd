package agency.frontline.engine;

import agency.frontline.FrontlineOnPostgresTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineOnPostgresTest
@DisplayName("Two at once, on PostgreSQL")
class RacesOnPostgresTest extends Races {}
