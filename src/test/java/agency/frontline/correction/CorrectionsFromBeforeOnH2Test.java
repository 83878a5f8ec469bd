package agency.frontline.correction;

import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;

@DisplayName("Corrections of before, on H2")
class CorrectionsFromBeforeOnH2Test extends CorrectionsFromBefore {

    @Override
    DataSource empty() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:corrections-of-before;DB_CLOSE_DELAY=-1");
        return database;
    }

    @Override
    String migrations() {
        return "classpath:db/migration/h2";
    }
}
