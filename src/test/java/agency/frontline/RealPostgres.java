package agency.frontline;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.boot.SpringApplication;

/**
 * A real PostgreSQL 15 for tests of what H2 answers differently. One server per JVM, started at the first call and
 * stopped with the JVM; each call hands out a new database in it, so tests cannot meet. It keeps its promises on disk
 * (fsync, full pages, synchronous commit), which the library switches off by default: crash tests need them.
 */
public final class RealPostgres {

    private static final AtomicInteger DATABASES = new AtomicInteger();

    private RealPostgres() {}

    /** A new database with Frontline's own tables; those of the engine are the engine's to make. */
    public static PGSimpleDataSource withOurTables() {
        var database = empty();
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
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
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
