package agency.frontline.mail;

import agency.frontline.FrontlineOnPostgresTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineOnPostgresTest
@DisplayName("Mail moves cases, on PostgreSQL")
class MailMovesCasesOnPostgresTest extends MailMovesCases {}
