package agency.frontline.access;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** H2 lets one process open a database file. A second Frontline on it stops here, and says so in plain words. */
final class SecondNodeOnH2 extends AbstractFailureAnalyzer<SQLException> {

    /** H2's error code for a database that is in use. */
    private static final int DATABASE_ALREADY_OPEN = 90020;

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
            return null;
        }
        return new FailureAnalysis(
                "Another Frontline has this H2 database open; a second node on H2 is refused.",
                "Stop the other one, choose another folder with --frontline.data-dir=…,"
                        + " or use PostgreSQL if there are to be several nodes.",
                cause);
    }
}
