package agency.frontline.pulse;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The book of pulses on H2")
class PulsesOnH2Test extends PulseBook {

    private static final DataSource DATABASE = database();

    PulsesOnH2Test() {
        super(DATABASE);
    }

    private static DataSource database() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:pulses;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=20000");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        return database;
    }
}
