package agency.frontline.mail;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("The outbox on H2")
class OutboxOnH2Test extends OutboxRules {

    private static final DataSource DATABASE = database();

    OutboxOnH2Test() {
        super(DATABASE);
    }

    private static DataSource database() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:outbox;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        return database;
    }
}
