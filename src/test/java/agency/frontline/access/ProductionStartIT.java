package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The built application, started for production with nothing set")
class ProductionStartIT {

    @Test
    void stopsAtOnceAndNamesWhatIsMissing(@TempDir Path folder) throws Exception {
        var start = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of(System.getProperty("frontline.jar"))
                                .toAbsolutePath()
                                .toString(),
                        "--spring.profiles.active=production",
                        "--server.port=0")
                .directory(folder.toFile())
                .redirectErrorStream(true);
        start.environment().keySet().removeIf(name -> name.startsWith("FRONTLINE_") || name.startsWith("SPRING_"));

        var running = start.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(running.exitValue()).isEqualTo(1);
        assertThat(said)
                .contains(
                        "FRONTLINE_DB_URL is not set",
                        "FRONTLINE_BASE_URL is not set",
                        "FRONTLINE_ADMIN_PASSWORD is not set",
                        "FRONTLINE_MAIL_HOST is not set")
                .doesNotContain("\tat ");
        assertThat(folder).isEmptyDirectory();
    }
}
