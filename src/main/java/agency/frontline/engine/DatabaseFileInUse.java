package agency.frontline.engine;

import org.h2.api.ErrorCode;
import org.h2.jdbc.JdbcSQLNonTransientConnectionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in two sentences what is wrong when a second Frontline is started on the same H2 file (C22). */
class DatabaseFileInUse extends AbstractFailureAnalyzer<JdbcSQLNonTransientConnectionException> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, JdbcSQLNonTransientConnectionException cause) {
        if (cause.getErrorCode() != ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return null;
        }
        return new FailureAnalysis(
                "Another process, most likely another Frontline, has the database file open: "
                        + cause.getOriginalMessage(),
                "Stop the other one first, or start this one with a directory of its own: --frontline.data-dir=<directory>."
                        + " Several nodes need PostgreSQL.",
                cause);
    }
}
