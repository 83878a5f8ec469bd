package agency.frontline;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A real PostgreSQL 15 for tests of what H2 answers differently. One server per JVM, started at the first call and
 * stopped with the JVM; each call hands out a new database in it, so tests cannot meet. A commit has reached the operating
 * system before it is acknowledged, and waits for no disk: crash tests kill processes, never the machine.
 */
public final class RealPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private RealPostgres() {}

    /** A new database with Frontline's own tables; those of the engine are the engine's to make. */
    public static DataSource withOurTables() {
        // Pooled, for each connection is a process of its own and takes its time to begin; wrapped, so that no context
        // that uses it for a while closes it.
        var pool = new HikariConfig();
        pool.setDataSource(empty());
        pool.setMaximumPoolSize(20);
        var database = new DelegatingDataSource(new HikariDataSource(pool));
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/postgresql")
                .load()
                .migrate();
        return database;
    }

    /** A new database without any table; the data source also tells its URL and user. */
    public static PGSimpleDataSource empty() {
        var name = "frontline" + DATABASES.incrementAndGet();
        try (var connection = Server.RUNNING.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException notCreated) {
            throw new IllegalStateException("No database " + name, notCreated);
        }
        return (PGSimpleDataSource) Server.RUNNING.getDatabase("postgres", name);
    }

    /** Holder: nothing is started before somebody asks. */
    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                var server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setServerConfig("synchronous_commit", "on")
                        .setPGStartupWait(Duration.ofMinutes(1))
                        .start();
                // After the applications that use it: their last words would wait for it, half a minute each build.
                SpringApplication.getShutdownHandlers().add(() -> stop(server));
                return server;
            } catch (IOException notStarted) {
                throw new UncheckedIOException("PostgreSQL does not start", notStarted);
            }
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException notStopped) {
                throw new UncheckedIOException("PostgreSQL does not stop", notStopped);
            }
        }
    }
}
