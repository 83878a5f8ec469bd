package agency.frontline.mail;

import agency.frontline.RealPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Mails find their case, on PostgreSQL")
class MailsFindTheirCaseOnPostgresTest extends MailsFindTheirCase {

    private static final DataSource DATABASE = RealPostgres.withOurTables();

    @Override
    DataSource database() {
        return DATABASE;
    }
}
