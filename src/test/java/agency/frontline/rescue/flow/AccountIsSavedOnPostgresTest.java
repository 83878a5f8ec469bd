package agency.frontline.rescue.flow;

import agency.frontline.FrontlineOnPostgresTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineOnPostgresTest
@DisplayName("An account that is about to be lost is looked after until it is steady, on PostgreSQL (C-35)")
class AccountIsSavedOnPostgresTest extends AccountIsSavedStory {}
