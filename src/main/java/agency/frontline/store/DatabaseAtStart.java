package agency.frontline.store;

import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/**
 * Waits at start for a database that is not there yet, longer and longer between two looks: after a power cut everything
 * starts at once (C13). What will not mend itself, such as a wrong password or a file in use, ends the start at once.
 */
@Component
class DatabaseAtStart implements BeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAtStart.class);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Duration patience;

    DatabaseAtStart(@Value("${frontline.database.patience:PT10M}") Duration patience) {
        this.patience = patience;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        if (bean instanceof DataSource database) {
            await(database);
        }
        return bean;
    }

    private void await(DataSource database) {
        var end = System.nanoTime() + patience.toNanos();
        for (var pause = FIRST_PAUSE; isAway(database); pause = longer(pause)) {
            if (System.nanoTime() + pause.toNanos() > end) {
                return; // and whoever asks it first says what is wrong
            }
            LOG.warn("The database is not there yet; the next look is in {} s.", pause.toSeconds());
            sleep(pause);
        }
    }

    private static Duration longer(Duration pause) {
        var doubled = pause.multipliedBy(2);
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }

    private static boolean isAway(DataSource database) {
        try (var connection = database.getConnection()) {
            return false;
        } catch (SQLException e) {
            return isPassing(e);
        } catch (RuntimeException poolNotStarted) {
            return poolNotStarted.getCause() instanceof SQLException e && isPassing(e);
        }
    }

    /** SQL states of the standard and of PostgreSQL: no connection, and a server that is starting or shutting down. */
    private static boolean isPassing(SQLException e) {
        var state = e.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P0"));
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
