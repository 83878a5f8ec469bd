package agency.frontline.outside;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.util.FileSystemUtils;

/** A PostgreSQL of a test's own, which keeps its promises on disk and can be killed and started again. */
final class MortalPostgres implements AutoCloseable {

    private final Path home;
    private EmbeddedPostgres server;

    private MortalPostgres(Path home) {
        this.home = home;
    }

    static MortalPostgres started() throws IOException {
        // Not below a directory of the test's: the server runs as somebody else, who may not look into it.
        var postgres = new MortalPostgres(Files.createTempDirectory("mortal-postgres"));
        postgres.start();
        return postgres;
    }

    /** On the data that are there, and at the same port as before. */
    void start() throws IOException {
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(home.resolve("data"))
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(1));
        if (server != null) {
            builder.setPort(server.getPort());
            letGo();
        }
        server = builder.start();
    }

    /** kill -9 of the server; what it did for its clients ends with it. */
    void kill() throws Exception {
        var lines = Files.readAllLines(home.resolve("data/postmaster.pid"));
        var postmaster = ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElseThrow();
        var backends = postmaster.children().toList();
        postmaster.destroyForcibly();
        postmaster.onExit().get();
        for (var backend : backends) {
            backend.destroyForcibly();
            backend.onExit().get();
        }
    }

    /** Of the dead one's lock on the data, in this JVM. */
    private void letGo() {
        try {
            server.close();
        } catch (IOException isDeadAlready) {
            // It cannot be stopped, and need not be.
        }
    }

    int port() {
        return server.getPort();
    }

    String url() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() throws IOException {
        server.close();
        FileSystemUtils.deleteRecursively(home);
    }
}
