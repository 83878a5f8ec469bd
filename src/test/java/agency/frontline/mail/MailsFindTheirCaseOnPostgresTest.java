package agency.frontline.mail;

import agency.frontline.RealPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Mails find their case, on PostgreSQL")
class MailsFindTheirCaseOnPostgresTest extends MailsFindTheirCase {

    @Override
    DataSource database() {
        return RealPostgres.withOurTables();
    }
}
