package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.RealPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

@DisplayName("A first start that is killed leaves nothing half done, or says so")
class FirstStartIT {

    private static final int KILLED = 137;

    private static final String EACH_MODEL_ONCE =
            "select KEY_ from ACT_RE_PROCDEF group by KEY_ having count(*) <> 1 or max(VERSION_) <> 1";

    @TempDir
    Path directory;

    @Test
    @DisplayName("in the midst of a deployment on H2: none of it is there, and the next start deploys once (C08)")
    void whileItDeploysOnH2() throws Exception {
        deploysOnce(() -> CaseFiles.onH2(directory));
    }

    @Test
    @DisplayName(
            "in the midst of a deployment on PostgreSQL: none of it is there, and the next start deploys once (C08)")
    void whileItDeploysOnPostgres() throws Exception {
        var database = RealPostgres.empty();
        deploysOnce(() -> CaseFiles.at(database.getUrl(), database.getUser()), on(database));
    }

    private void deploysOnce(Callable<CaseFiles> look, String... options) throws Exception {
        killedAt("models.deployed", options);
        try (var files = look.call()) {
            assertThat(files.texts("select ID_ from ACT_RE_DEPLOYMENT")).isEmpty();
            assertThat(files.texts("select ID_ from ACT_RE_PROCDEF")).isEmpty();
            assertThat(files.texts("select ID_ from ACT_GE_BYTEARRAY")).isEmpty();
        }
        try (var again = RunningFrontline.start(directory, options)) {
            assertThat(again.stop()).withFailMessage(again::log).isEqualTo(143);
        }
        try (var files = look.call()) {
            assertThat(files.texts(EACH_MODEL_ONCE))
                    .as("models in several versions")
                    .isEmpty();
            assertThat(files.texts("select KEY_ from ACT_RE_PROCDEF")).contains("clientIssue");
            assertThat(files.texts("select ID_ from ACT_RE_DEPLOYMENT")).hasSize(1);
        }
    }

    @Test
    @DisplayName("in the midst of a migration on H2: the next start stops and says what to do (C09)")
    void whileItMigratesH2() {
        killedAt("migration.45");
        var again = RunningFrontline.launch(directory);
        assertThat(again.awaitEnd(Duration.ofMinutes(3)))
                .withFailMessage(again::log)
                .isEqualTo(1);
        assertThat(again.log())
                .contains("The database could not be brought to this version", "FL_OUTBOX", "Restore the backup")
                .doesNotContain("\tat ");
    }

    @Test
    @DisplayName("in the midst of a migration on PostgreSQL: the next start does it anew (C09)")
    void whileItMigratesPostgres() {
        var postgres = on(RealPostgres.empty());
        killedAt("migration.45", postgres);
        try (var again = RunningFrontline.start(directory, postgres)) {
            assertThat(again.stop()).withFailMessage(again::log).isEqualTo(143);
        }
    }

    private static String[] on(PGSimpleDataSource database) {
        return new String[] {
            "--spring.datasource.url=" + database.getUrl(),
            "--spring.datasource.username=" + database.getUser(),
            "--spring.datasource.password="
        };
    }

    private void killedAt(String point, String... options) {
        var all = new String[options.length + 1];
        System.arraycopy(options, 0, all, 0, options.length);
        all[options.length] = "-Dfrontline.crash-at=" + point;
        var doomed = RunningFrontline.launch(directory, all);
        assertThat(doomed.awaitEnd(Duration.ofMinutes(3)))
                .withFailMessage(doomed::log)
                .isEqualTo(KILLED);
    }
}
