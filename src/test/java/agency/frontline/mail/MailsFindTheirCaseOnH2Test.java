package agency.frontline.mail;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Mails find their case, on H2")
class MailsFindTheirCaseOnH2Test extends MailsFindTheirCase {

    private static final DataSource DATABASE = migrated();

    @Override
    DataSource database() {
        return DATABASE;
    }

    private static DataSource migrated() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:mails-find-their-case;DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        return database;
    }
}
