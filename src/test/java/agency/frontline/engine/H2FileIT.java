package agency.frontline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import agency.frontline.store.StorageTrouble;
import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.io.ClassPathResource;

@DisplayName("The H2 file keeps what was acknowledged, and does not grow without end")
class H2FileIT {

    private static final long MEGABYTE = 1024 * 1024;

    @TempDir
    Path directory;

    @Test
    @DisplayName("kill -9 takes no commit that was acknowledged, however often (C10)")
    void nothingAcknowledgedIsLostOnAKill() throws Exception {
        for (int round = 1; round <= Integer.getInteger("frontline.kills", 2); round++) {
            // Past the first housekeeping round, and each time at another point of one.
            int acknowledged = killedAfter(600 + round * 137 % 700);
            try (var database = CommitsForEver.open(url())) {
                assertThat(rows(database))
                        .as("rows after kill number %d", round)
                        .isGreaterThanOrEqualTo(acknowledged);
            }
        }
    }

    /** Runs the program until it has acknowledged so many commits more, kills it, and returns the last one it told. */
    private int killedAfter(int commits) throws IOException, InterruptedException {
        var program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CommitsForEver.class.getName(),
                        url())
                .redirectError(directory.resolve("errors.txt").toFile())
                .start();
        try (var told = new BufferedReader(new InputStreamReader(program.getInputStream(), StandardCharsets.UTF_8))) {
            int last = 0;
            int heard = 0;
            for (var line = told.readLine(); line != null; line = told.readLine()) {
                if (line.startsWith(CommitsForEver.ACKNOWLEDGED)) {
                    last = Integer.parseInt(line.substring(CommitsForEver.ACKNOWLEDGED.length()));
                    if (++heard == commits) {
                        program.toHandle().destroyForcibly();
                    }
                }
            }
            assertThat(heard)
                    .withFailMessage(() -> "The program ended by itself: " + errors())
                    .isGreaterThanOrEqualTo(commits);
            assertThat(program.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return last;
        } finally {
            program.toHandle().destroyForcibly();
        }
    }

    private String errors() {
        try {
            return Files.readString(directory.resolve("errors.txt"));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    @Test
    @DisplayName("is reused while commits go on, and compact after a clean stop")
    void staysSmall() throws Exception {
        try (var database = CommitsForEver.open(url())) {
            var housekeeping = CommitsForEver.housekeeping(database);
            housekeeping.start();
            CommitsForEver.write(database, 6_000);
            assertThat(size()).as("bytes after 6,000 commits").isLessThan(60 * MEGABYTE);
            housekeeping.stop();
            housekeeping.postProcessBeforeDestruction(database, "dataSource");
            assertThat(size()).as("bytes after a clean stop").isLessThan(10 * MEGABYTE);
        }
        try (var database = CommitsForEver.open(url())) {
            assertThat(rows(database)).isEqualTo(6_000);
        }
    }

    @Test
    @DisplayName(
            "on a full disk keeps all that was acknowledged, and takes more as soon as there is room, unasked (C14)")
    void aFullDiskIsSurvived() throws Exception {
        NarrowDisk.use();
        try (var database = CommitsForEver.open(url().replace("h2:file:", "h2:narrow:"))) {
            var housekeeping = CommitsForEver.housekeeping(database);
            housekeeping.start();
            CommitsForEver.write(database, 50);

            NarrowDisk.isFull(true);
            assertThatThrownBy(() -> CommitsForEver.commit(database, 51))
                    .satisfies(failed -> assertThat(StorageTrouble.of(failed))
                            .as("%s", failed)
                            .contains(StorageTrouble.FULL));
            assertThatThrownBy(() -> CommitsForEver.commit(database, 52)).isInstanceOf(SQLException.class);

            NarrowDisk.isFull(false);
            await("commits are taken again")
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> CommitsForEver.commit(database, 53));
            assertThat(rows(database)).as("acknowledged commits").isEqualTo(51);
            housekeeping.stop();
        }
    }

    @Test
    @DisplayName("becomes shorter once nobody writes")
    void becomesShorter() throws Exception {
        try (var database = CommitsForEver.open(url())) {
            CommitsForEver.write(database, 1_000);
            long grown = size();
            var housekeeping = CommitsForEver.housekeeping(database);
            housekeeping.start();
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() ->
                            assertThat(size()).as("bytes without a commit").isLessThan(grown / 20));
            housekeeping.stop();
            assertThat(rows(database)).isEqualTo(1_000);
        }
    }

    @Test
    @DisplayName("is reused on a machine so busy that everybody queues for the file")
    void staysSmallUnderLoad() throws Exception {
        try (var database = CommitsForEver.open(url())) {
            var housekeeping = CommitsForEver.housekeeping(database);
            housekeeping.start();
            var store = H2Housekeeping.fileBehind(database);
            var hogs = Executors.newFixedThreadPool(2);
            try {
                for (int hog = 0; hog < 2; hog++) {
                    hogs.submit(() -> {
                        while (!Thread.currentThread().isInterrupted()) {
                            store.executeFilestoreOperation(H2FileIT::takesAWhile);
                        }
                    });
                }
                CommitsForEver.write(database, 2_000);
                assertThat(size()).as("bytes after 2,000 commits").isLessThan(20 * MEGABYTE);
            } finally {
                hogs.shutdownNow();
                assertThat(hogs.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
                housekeeping.stop();
            }
        }
    }

    private static void takesAWhile() {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(20);
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
    }

    private long size() throws IOException {
        return Files.size(directory.resolve("frontline.mv.db"));
    }

    private static int rows(HikariDataSource database) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select count(*) from acknowledged")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    /** As the product has it, in a directory of the test's own. */
    private String url() {
        var yaml = new YamlPropertiesFactoryBean();
        yaml.setResources(new ClassPathResource("application.yaml"));
        return yaml.getObject()
                .getProperty("spring.datasource.url")
                .replace("${frontline.data-dir}", directory.toString());
    }
}
