package agency.frontline.pulse;

import agency.frontline.RealPostgres;
import javax.sql.DataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The book of pulses on PostgreSQL")
class PulsesOnPostgresTest extends PulseBook {

    private static final DataSource DATABASE = RealPostgres.withOurTables();

    PulsesOnPostgresTest() {
        super(DATABASE);
    }
}
