package agency.frontline.mail;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/**
 * After a crash on H2 mails need not wait until the lease of the dead sender ends: H2 serves one process only, so that
 * whoever claimed something before this start is no more.
 */
@Component
class ClaimsAtStart implements SmartInitializingSingleton {

    private final OutboxTable table;
    private final JdbcOperations database;

    ClaimsAtStart(OutboxTable table, JdbcOperations database) {
        this.table = table;
        this.database = database;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var product = database.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        if (DatabaseDriver.fromProductName(product) == DatabaseDriver.H2) {
            table.releaseAll();
        }
    }
}
