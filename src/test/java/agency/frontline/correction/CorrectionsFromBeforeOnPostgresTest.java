package agency.frontline.correction;

import agency.frontline.RealPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Corrections of before, on PostgreSQL")
class CorrectionsFromBeforeOnPostgresTest extends CorrectionsFromBefore {

    @Override
    DataSource empty() {
        return RealPostgres.empty();
    }

    @Override
    String migrations() {
        return "classpath:db/migration/postgresql";
    }
}
