package agency.frontline.mail;

import agency.frontline.RealPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The outbox on PostgreSQL")
class OutboxOnPostgresTest extends OutboxRules {

    private static final DataSource DATABASE = RealPostgres.withOurTables();

    OutboxOnPostgresTest() {
        super(DATABASE);
    }
}
