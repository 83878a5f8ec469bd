package agency.frontline.mail;

import agency.frontline.FrontlineTest;
import org.junit.jupiter.api.DisplayName;

@FrontlineTest
@DisplayName("Mail moves cases")
class MailMovesCasesTest extends MailMovesCases {}
