package agency.frontline.store;

import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.stereotype.Component;

/** A {@link CrashPoint} behind each statement of a migration: {@code migration.45} is in the midst of version 45 (C09). */
@Component
class CrashInMigration implements Callback {

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_EACH_MIGRATE_STATEMENT;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        var migration = context.getMigrationInfo();
        if (migration != null && migration.getVersion() != null) {
            CrashPoint.reached("migration." + migration.getVersion());
        }
    }

    @Override
    public String getCallbackName() {
        return "crashInMigration";
    }
}
