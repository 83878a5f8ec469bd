package agency.frontline.outside;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.RealPostgres;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A first start that is killed leaves nothing half done, or says so")
class FirstStartIT {

    private static final int KILLED = 137;

    private static final String EACH_MODEL_ONCE =
            "select KEY_ from ACT_RE_PROCDEF group by KEY_ having count(*) <> 1 or max(VERSION_) <> 1";

    @TempDir
    Path directory;

    @Test
    @DisplayName("in the midst of a deployment: none of it is there, and the next start deploys once (C08)")
    void whileItDeploys() throws Exception {
        killedAt("models.deployed");
        try (var again = RunningFrontline.start(directory)) {
            assertThat(again.stop()).withFailMessage(again::log).isEqualTo(143);
        }
        try (var files = CaseFiles.onH2(directory)) {
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
        var database = RealPostgres.empty();
        String[] postgres = {
            "--spring.datasource.url=" + database.getUrl(),
            "--spring.datasource.username=" + database.getUser(),
            "--spring.datasource.password="
        };
        killedAt("migration.45", postgres);
        try (var again = RunningFrontline.start(directory, postgres)) {
            assertThat(again.stop()).withFailMessage(again::log).isEqualTo(143);
        }
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
