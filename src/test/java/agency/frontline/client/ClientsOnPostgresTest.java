package agency.frontline.client;

import agency.frontline.RealPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The client directory on PostgreSQL")
class ClientsOnPostgresTest extends ClientDirectory {

    private static final DataSource DATABASE = RealPostgres.withOurTables();

    ClientsOnPostgresTest() {
        super(DATABASE);
    }
}
