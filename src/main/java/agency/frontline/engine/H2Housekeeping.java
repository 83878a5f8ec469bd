package agency.frontline.engine;

import java.lang.reflect.Field;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.DestructionAwareBeanPostProcessor;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ExecutorConfigurationSupport;
import org.springframework.stereotype.Component;
import org.springframework.util.ReflectionUtils;

/**
 * Keeps an H2 file small although each commit is written at once. That setting ({@code WRITE_DELAY=0}) is what makes an
 * acknowledged commit survive a kill, but it also switches off the writer that reclaims space in the file; this does its
 * work without touching the setting, so that no commit is ever late. Any other database is left alone.
 * See docs/decisions/0004-h2-durable-and-bounded.md.
 */
@Component
class H2Housekeeping implements SmartLifecycle, DestructionAwareBeanPostProcessor {

    private static final Logger LOG = LoggerFactory.getLogger(H2Housekeeping.class);

    private static final Duration INTERVAL = Duration.ofMillis(500);

    /** Chunks of the file are emptied and reused as long as less than this percentage of them is live. */
    private static final int FILL_RATE = 75;

    /** Bytes moved in one go: commits wait meanwhile, about 50 ms. */
    private static final int MOVED_AT_ONCE = 4 * 1024 * 1024;

    /** So many rounds without a commit, and the file itself is made shorter. */
    private static final int QUIET_ROUNDS = 6;

    private static final int SHORTEN_MILLIS = 200;

    /** The lock under which H2 writes. */
    private static final Field TURN = ReflectionUtils.findField(MVStore.class, "storeLock", ReentrantLock.class);

    static {
        ReflectionUtils.makeAccessible(TURN);
    }

    private static final int LAST_WORK_SECONDS = 25;

    private final ObjectProvider<DataSource> dataSource;
    private @Nullable ScheduledExecutorService worker;
    private @Nullable MVStore store;
    private long versionSeen;
    private int quietRounds;

    H2Housekeeping(ObjectProvider<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public synchronized void start() {
        store = fileBehind(dataSource.getObject());
        if (store == null) {
            return;
        }
        worker = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "h2-housekeeping");
            thread.setDaemon(true);
            return thread;
        });
        worker.scheduleWithFixedDelay(
                this::tidyQuietly, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void tidyQuietly() {
        try {
            tidy();
        } catch (RuntimeException e) {
            // A full disk closes the database until there is space again; the next round looks at what is open then.
            LOG.warn("The database file could not be tidied: {}", e.toString());
        }
    }

    private synchronized void tidy() {
        if (store == null || store.isClosed()) {
            store = fileBehind(dataSource.getObject());
        }
        if (store == null) {
            return;
        }
        if (store.getCurrentVersion() == versionSeen) {
            quietRounds++;
            if (quietRounds == QUIET_ROUNDS) {
                store.compactFile(SHORTEN_MILLIS);
                store.sync();
            }
        } else {
            quietRounds = 0;
            moveTogether(store);
            store.commit();
        }
        versionSeen = store.getCurrentVersion();
    }

    /**
     * H2 gives up compacting after 10 ms in the queue of those who commit. Under load the queue is always longer, and the
     * file would grow without end just then; so this waits its turn before.
     */
    private static void moveTogether(MVStore store) {
        var turn = (ReentrantLock) ReflectionUtils.getField(TURN, store);
        turn.lock();
        try {
            store.compact(FILL_RATE, MOVED_AT_ONCE);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public synchronized void stop() {
        if (worker != null) {
            worker.shutdown();
            worker = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return worker != null;
    }

    /**
     * Whoever works in the background ends in peace: an interrupt in the midst of writing closes the database file under
     * everybody, and an interrupted mail may go out again.
     */
    @Override
    public Object postProcessBeforeInitialization(Object bean, String beanName) {
        if (bean instanceof ExecutorConfigurationSupport workers) {
            workers.setWaitForTasksToCompleteOnShutdown(true);
            workers.setAwaitTerminationSeconds(LAST_WORK_SECONDS);
        }
        return bean;
    }

    /** Everybody who uses the database depends on the data source and has gone by now: the engine too. */
    @Override
    public void postProcessBeforeDestruction(Object bean, String beanName) {
        if (bean instanceof DataSource database && store != null) {
            compactAndClose(database);
        }
    }

    @Override
    public boolean requiresDestruction(Object bean) {
        return bean instanceof DataSource;
    }

    private static void compactAndClose(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            if (connection.isWrapperFor(JdbcConnection.class)) {
                // The pool closes a connection whose database is gone; H2 need not keep that in a file of its own.
                statement.execute("SET TRACE_LEVEL_FILE 0");
                statement.execute("SHUTDOWN COMPACT");
            }
        } catch (SQLException e) {
            // The connection that closed the database finds it closed.
            if (e.getErrorCode() != ErrorCode.DATABASE_CALLED_AT_SHUTDOWN) {
                LOG.warn("The database file was not compacted: {}", e.toString());
            }
        }
    }

    /** Null unless the data source is an H2 database in a file of its own that this process has opened. */
    static @Nullable MVStore fileBehind(DataSource database) {
        try (var connection = database.getConnection()) {
            if (connection.isWrapperFor(JdbcConnection.class)
                    && connection.unwrap(JdbcConnection.class).getSession() instanceof SessionLocal session) {
                var opened = session.getDatabase().getStore().getMvStore();
                return opened.getFileStore() == null || opened.isReadOnly() ? null : opened;
            }
            return null;
        } catch (SQLException e) {
            LOG.warn("The database is not there to be tidied: {}", e.toString());
            return null;
        }
    }
}
