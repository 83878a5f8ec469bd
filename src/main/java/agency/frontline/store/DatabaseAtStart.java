package agency.frontline.store;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayMigrationStrategy;
import org.springframework.stereotype.Component;

/**
 * Waits at start for a database that is not there yet, longer and longer between two looks: after a power cut everything
 * starts at once (C13). What will not mend itself, such as a wrong password or a file in use, ends the start at once.
 */
@Component
class DatabaseAtStart implements FlywayMigrationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Duration patience;

    DatabaseAtStart(@Value("${frontline.database.patience:PT10M}") Duration patience) {
        this.patience = patience;
    }

    @Override
    public void migrate(Flyway flyway) {
        var end = Instant.now().plus(patience);
        for (var pause = FIRST_PAUSE; ; pause = longer(pause)) {
            try {
                flyway.migrate();
                return;
            } catch (RuntimeException e) {
                if (!isAway(e) || Instant.now().plus(pause).isAfter(end)) {
                    throw e;
                }
                LOG.warn("The database is not there yet; the next look is in {} s.", pause.toSeconds());
                sleep(pause);
            }
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    /** SQL states of the standard and of PostgreSQL: no connection, and a server that is starting or shutting down. */
    private static boolean isAway(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .filter(SQLException.class::isInstance)
                .map(cause -> ((SQLException) cause).getSQLState())
                .anyMatch(state -> state != null && (state.startsWith("08") || state.startsWith("57P0")));
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The start was interrupted", e);
        }
    }
}
