package agency.frontline.store;

import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * What to do about a database that cannot be brought to this version. PostgreSQL takes a broken-off migration back whole;
 * H2 keeps the half that was done, and Frontline never runs on half a schema (C09).
 */
final class HalfMigrated extends AbstractFailureAnalyzer<FlywayException> {

    @Override
    protected FailureAnalysis analyze(Throwable root, FlywayException failed) {
        return new FailureAnalysis(
                "The database could not be brought to this version of Frontline, which has not started: "
                        + failed.getMessage().strip(),
                "If an earlier start was broken off (killed, power cut), the database holds half of a change. Restore the"
                        + " backup from before it and start again; at a first start empty the data directory instead.",
                failed);
    }
}
