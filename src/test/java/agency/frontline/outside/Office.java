package agency.frontline.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The one Frontline and the one browser that all tests through a browser share; they go when the JVM goes. */
final class Office {

    private static RunningFrontline frontline;
    private static Browser browser;

    private Office() {}

    static synchronized RunningFrontline frontline() {
        if (frontline == null) {
            try {
                var directory = Path.of("target", "office").toAbsolutePath();
                Files.createDirectories(directory);
                var data = Files.createTempDirectory(directory, "run");
                frontline = RunningFrontline.start(data, "--frontline.mail.poll-interval=PT1S");
                Runtime.getRuntime().addShutdownHook(new Thread(frontline::close));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return frontline;
    }

    static synchronized Browser browser() {
        if (browser == null) {
            browser = Browser.open();
            Runtime.getRuntime().addShutdownHook(new Thread(browser::close));
        }
        return browser;
    }
}
