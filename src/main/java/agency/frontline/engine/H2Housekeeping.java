package agency.frontline.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
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
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
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

    /** As long as less than this percentage of all chunks of the file is live, some are emptied, to be written anew. */
    private static final int FULL_ENOUGH = 55;

    /**
     * Only chunks with at most this percentage live are emptied. H2's own {@code compact} takes no such limit and moves old
     * chunks that are nearly full again and again, while it leaves young ones that are nearly empty.
     */
    private static final int WORTH_EMPTYING = 50;

    /** Bytes moved in one go, as they stand in the file: commits wait meanwhile. */
    private static final int MOVED_AT_ONCE = 1024 * 1024;

    /** In one round; commits come between two moves. */
    private static final int MOVES = 8;

    /** So many rounds without a commit, and the file itself is made shorter. */
    private static final int QUIET_ROUNDS = 6;

    /** What both percentages become then. */
    private static final int FULL_WHEN_QUIET = 90;

    /** Bytes copied in one go when quiet, from the end of the file into its gaps: more than a chunk has. */
    private static final int COPIED_AT_ONCE = 4 * 1024 * 1024;

    /** The lock under which H2 writes. */
    private static final Field TURN = ReflectionUtils.findField(MVStore.class, "storeLock", ReentrantLock.class);

    private static final Method EMPTY_CHUNKS =
            ReflectionUtils.findMethod(FileStore.class, "rewriteChunks", int.class, int.class);

    static {
        ReflectionUtils.makeAccessible(TURN);
        ReflectionUtils.makeAccessible(EMPTY_CHUNKS);
    }

    private static final int LAST_WORK_SECONDS = 25;

    private final ObjectProvider<DataSource> dataSource;
    private @Nullable ScheduledExecutorService worker;
    private @Nullable MVStore store;
    private long versionSeen;
    private int quietRounds;
    private long shorteningsLeft;

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
            LOG.warn("The database file could not be tidied: {}", e.toString(), e);
        }
    }

    private synchronized void tidy() {
        if (store == null || store.isClosed()) {
            reopen();
        }
        if (store == null) {
            return;
        }
        if (store.getCurrentVersion() != versionSeen) {
            quietRounds = 0;
            // Enough to move all there is; moving leaves gaps itself and would find more to do for ever.
            shorteningsLeft = 2 + store.getFileStore().size() / (MOVES * MOVED_AT_ONCE);
            emptyChunks(store, FULL_ENOUGH, WORTH_EMPTYING);
        } else if (++quietRounds >= QUIET_ROUNDS && shorteningsLeft > 0) {
            shorteningsLeft--;
            shorten(store);
        }
        versionSeen = store.getCurrentVersion();
    }

    /**
     * A file that met the end of the disk was closed under everybody, and H2 lets connections from before believe that
     * they are well. They go; the next one opens the file again, which is whole (C14).
     */
    private void reopen() {
        var database = dataSource.getObject();
        if (store != null && database instanceof HikariDataSource pool) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
        store = fileBehind(database);
    }

    private static void emptyChunks(MVStore store, int fullEnough, int worthEmptying) {
        for (int move = 0; move < MOVES && store.getFileStore().getChunksFillRate() < fullEnough; move++) {
            if (!moveTogether(store, worthEmptying)) {
                return;
            }
        }
    }

    /**
     * What is live in some chunks is written together into a new one, and the old ones are free with the next commit. H2
     * gives up compacting after 10 ms in the queue of those who commit. Under load the queue is always longer, and the file
     * would grow without end just then; so this waits its turn.
     */
    private static boolean moveTogether(MVStore store, int worthEmptying) {
        var turn = (ReentrantLock) ReflectionUtils.getField(TURN, store);
        turn.lock();
        try {
            var moved = (Boolean)
                    ReflectionUtils.invokeMethod(EMPTY_CHUNKS, store.getFileStore(), MOVED_AT_ONCE, worthEmptying);
            if (moved) {
                store.commit();
            }
            return moved;
        } finally {
            turn.unlock();
        }
    }

    /** One step of it, so that whoever comes now need not wait long. */
    private static void shorten(MVStore store) {
        emptyChunks(store, FULL_WHEN_QUIET, FULL_WHEN_QUIET);
        // Most of what waits for the disk gets there now, when nobody waits for it.
        store.sync();
        if (store.getFileStore() instanceof RandomAccessStore file) {
            file.compactMoveChunks(FULL_WHEN_QUIET, COPIED_AT_ONCE, store);
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
            LOG.warn("The database is not there to be tidied: {}", e.toString(), e);
            return null;
        }
    }
}
