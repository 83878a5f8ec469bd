package agency.frontline.outside;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Frontline in a process of its own, with the demo's people and clients, on ports that nobody else has. What it writes
 * lies in its own directory, so that it can be killed, started again there, and looked at afterwards.
 */
public final class RunningFrontline implements AutoCloseable {

    /** A machine that builds is a busy one. */
    private static final Duration START = Duration.ofMinutes(4);

    private static final Duration STOP = Duration.ofSeconds(60);

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Process process;
    private final Path log;
    private final int port;
    private final int smtpPort;
    private final int imapPort;

    private RunningFrontline(Process process, Path log, int port, int smtpPort, int imapPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    /**
     * Starts it on the data in the directory, with options as on the command line, two dashes for its own and one for the
     * JVM's; does not wait until it is ready.
     */
    public static RunningFrontline launch(Path directory, String... options) {
        return launch(directory, BuiltFrontline.quick(), options);
    }

    /** As above, from this program: what stands behind {@code java}, options of the JVM before all else. */
    static RunningFrontline launch(Path directory, List<String> program, String... options) {
        int port = freePort();
        int smtpPort = freePort();
        int imapPort = freePort();
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(BuiltFrontline.JVM);
        var properties = new ArrayList<String>();
        for (var option : options) {
            (option.startsWith("--") ? properties : command).add(option);
        }
        command.addAll(program);
        command.add("--server.port=" + port);
        command.add("--frontline.demo.smtp-port=" + smtpPort);
        command.add("--frontline.demo.imap-port=" + imapPort);
        command.add("--frontline.data-dir=" + directory.resolve("data"));
        command.addAll(properties);
        var log = directory.resolve("frontline-" + port + ".log");
        try {
            Files.createDirectories(directory);
            var process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new RunningFrontline(process, log, port, smtpPort, imapPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As {@link #launch}, and waits until it says that it is ready. */
    public static RunningFrontline start(Path directory, String... options) {
        var frontline = launch(directory, options);
        try {
            return frontline.awaitReady();
        } catch (RuntimeException | AssertionError notReady) {
            frontline.kill();
            throw notReady;
        }
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RunningFrontline awaitReady() {
        try {
            await("Frontline is ready")
                    .atMost(START)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        if (!isAlive()) {
                            throw new IllegalStateException("Frontline ended with " + process.exitValue());
                        }
                        return saysReady();
                    });
        } catch (ConditionTimeoutException | IllegalStateException e) {
            throw new AssertionError("Frontline is not ready:\n" + log(), e);
        }
        return this;
    }

    private boolean saysReady() {
        try {
            var answer = HTTP.send(
                    HttpRequest.newBuilder(uri("/actuator/health/readiness"))
                            .timeout(Duration.ofSeconds(10))
                            .build(),
                    HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Waits until the process has ended by itself. Returns its exit code. */
    public int awaitEnd(Duration atMost) {
        try {
            if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError("Frontline still runs after " + atMost + ":\n" + log());
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** kill -9: nothing in the process gets a chance to tidy up. */
    public void kill() {
        process.toHandle().destroyForcibly();
        awaitEnd(STOP);
    }

    /** As {@link #kill}, this much later, unless it ends by itself before. */
    public void killAfter(Duration time) {
        try {
            process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /** A clean stop, as {@code kill} or Ctrl-C asks for it. Returns the exit code. */
    public int stop() {
        process.toHandle().destroy();
        return awaitEnd(STOP);
    }

    /** Stops it; kills it if it does not listen. */
    @Override
    public void close() {
        if (isAlive()) {
            process.toHandle().destroy();
            try {
                if (!process.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                    kill();
                }
            } catch (InterruptedException e) {
                kill();
                Thread.currentThread().interrupt();
            }
        }
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    public int smtpPort() {
        return smtpPort;
    }

    public int imapPort() {
        return imapPort;
    }

    public long pid() {
        return process.pid();
    }

    /** What it has printed so far; its last 20,000 characters. */
    public String log() {
        try {
            var text = Files.readString(log);
            return text.substring(Math.max(0, text.length() - 20_000));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
