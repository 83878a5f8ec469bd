package agency.frontline.engine;

import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;

/** Lends {@link H2Housekeeping} to an application that is measured beside ours, so that both have the same database. */
public final class TidyFile {

    private TidyFile() {}

    public static SmartLifecycle behind(ObjectProvider<DataSource> database) {
        return new H2Housekeeping(database);
    }
}
