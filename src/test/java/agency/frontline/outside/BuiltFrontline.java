package agency.frontline.outside;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes.Name;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The built application, made quick to start: tests start it some thirty times in a build. Unpacked, and with its classes
 * in an archive of the JVM's, it needs half of what the jar needs. That the jar starts as it is, {@code
 * AnyServerLocaleIT} proves.
 */
final class BuiltFrontline {

    /** Small, and no time spent on making it fast: none of them lives long. */
    static final List<String> JVM =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Duser.timezone=UTC");

    private static final Duration UNPACKED = Duration.ofMinutes(2);

    private BuiltFrontline() {}

    /** How it is started from the jar, or from the classes as an IDE has compiled them where there is no jar. */
    static List<String> asItIs() {
        var jar = jar();
        return Files.exists(jar)
                ? List.of("-jar", jar.toString())
                : List.of(
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "agency.frontline.Frontline");
    }

    /** As {@link #asItIs}, and quicker; the first call after a build prepares it. */
    static synchronized List<String> quick() {
        var jar = jar();
        if (!Files.exists(jar)) {
            return asItIs();
        }
        var home = jar.resolveSibling("quick-frontline");
        var classes = home.resolve("classes.jsa");
        try {
            if (!Files.exists(classes) || older(classes, jar)) {
                FileSystemUtils.deleteRecursively(home);
                unpack(jar, home.resolve("app"));
                var unpacked = unpacked(home.resolve("app").resolve(jar.getFileName()));
                // What a first start loads goes into the archive when it ends.
                var first = new ArrayList<>(List.of("-XX:ArchiveClassesAtExit=" + classes));
                first.addAll(unpacked);
                try (var trained = RunningFrontline.launch(home.resolve("first-start"), first)) {
                    trained.awaitReady().stop();
                }
            }
            var quick = new ArrayList<>(List.of("-XX:SharedArchiveFile=" + classes));
            quick.addAll(unpacked(home.resolve("app").resolve(jar.getFileName())));
            return quick;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With each jar on the class path by name: what web apps bring along is only looked for in those. */
    private static List<String> unpacked(Path jar) throws IOException {
        try (var opened = new JarFile(jar.toFile())) {
            var manifest = opened.getManifest().getMainAttributes();
            var others = Stream.of(manifest.getValue(Name.CLASS_PATH).split(" "))
                    .map(name -> jar.resolveSibling(name).toString());
            return List.of(
                    "-cp",
                    Stream.concat(Stream.of(jar.toString()), others).collect(Collectors.joining(File.pathSeparator)),
                    "agency.frontline.Frontline");
        }
    }

    private static Path jar() {
        return Path.of(System.getProperty("frontline.jar", "none.jar")).toAbsolutePath();
    }

    private static boolean older(Path one, Path other) throws IOException {
        return Files.getLastModifiedTime(one).compareTo(Files.getLastModifiedTime(other)) < 0;
    }

    private static void unpack(Path jar, Path into) throws IOException {
        Files.createDirectories(into.getParent());
        var tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        into.toString())
                .redirectErrorStream(true)
                .redirectOutput(into.resolveSibling("unpacked.log").toFile())
                .start();
        try {
            if (!tool.waitFor(UNPACKED.toSeconds(), TimeUnit.SECONDS) || tool.exitValue() != 0) {
                throw new IOException("Not unpacked: " + Files.readString(into.resolveSibling("unpacked.log")));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            tool.destroyForcibly();
        }
    }
}
