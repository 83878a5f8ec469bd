package agency.frontline.outside;

import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The browser of this machine. A build on a bare Debian fetches it from Debian itself, which takes about a minute; any
 * other machine is told what is missing.
 */
public final class Chromium {

    private static final String WANTED = "FRONTLINE_CHROMIUM";

    private static final List<String> NAMES = List.of(
            "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge");

    private static final List<Path> BUNDLES = List.of(
            Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
            Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"));

    private static final Path LOG = Path.of("target", "chromium-install.log");

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private Chromium() {}

    /**
     * The program to start.
     *
     * @throws IllegalStateException that says what to do, if there is none
     */
    public static Path program() {
        var wanted = System.getenv(WANTED);
        if (wanted != null && !wanted.isBlank()) {
            var program = Path.of(wanted);
            if (!Files.isExecutable(program)) {
                throw new IllegalStateException(WANTED + " points to " + program + ", which is no program.");
            }
            return program;
        }
        return find().or(Chromium::install).orElseThrow(() -> new IllegalStateException(advice("There is none here.")));
    }

    private static Optional<Path> find() {
        var path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Arrays.stream(path.split(File.pathSeparator))
                                .filter(directory -> !directory.isBlank())
                                .flatMap(directory -> NAMES.stream().map(name -> Path.of(directory, name))),
                        BUNDLES.stream())
                .filter(Files::isExecutable)
                .filter(Chromium::isNoPointerToSnap)
                .findFirst();
    }

    /** Ubuntu's package is a small script that asks for snap, which a container does not have. */
    private static boolean isNoPointerToSnap(Path program) {
        try {
            return Files.size(program) > 20_000 || !Files.readString(program).contains("snap install");
        } catch (IOException noText) {
            return true;
        }
    }

    private static Optional<Path> install() {
        if (!Files.isExecutable(Path.of("/usr/bin/apt-get"))) {
            return Optional.empty();
        }
        if (!"root".equals(System.getProperty("user.name"))) {
            throw new IllegalStateException(advice("Only root may install it."));
        }
        System.out.println("[frontline] Installing Chromium for the browser tests; see " + LOG);
        // Two builds on one machine must not run the package manager at once.
        var lock = Path.of(System.getProperty("java.io.tmpdir"), "frontline-chromium.lock");
        try (var file = new RandomAccessFile(lock.toFile(), "rw");
                var ours = file.getChannel().lock()) {
            Files.createDirectories(LOG.toAbsolutePath().getParent());
            if (ours.isValid() && find().isEmpty()) {
                run("update");
                run("install", "-y", "--no-install-recommends", "chromium", "fonts-dejavu-core");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(advice("It could not be installed."), e);
        }
        return find();
    }

    private static void run(String... arguments) throws IOException {
        var command = Stream.concat(
                        Stream.of("apt-get", "-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3"),
                        Arrays.stream(arguments))
                .toList();
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(LOG.toFile()));
        builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
        var process = builder.start();
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException(advice("'%s' takes longer than %d minutes."
                        .formatted(String.join(" ", command), PATIENCE.toMinutes())));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new IllegalStateException(
                    advice("'%s' failed; %s says why.".formatted(String.join(" ", command), LOG.toAbsolutePath())));
        }
    }

    private static String advice(String why) {
        return "The browser tests need Chromium or Chrome. " + why
                + " Install it (Debian: apt-get install chromium), or set " + WANTED
                + " to the path of one, or leave these tests out with -DskipITs.";
    }
}
