package agency.frontline.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Another program listens where the demo mail server should; most often another demo. */
final class PortTaken extends RuntimeException {

    private final String property;
    private final int port;

    private PortTaken(String property, int port, IOException cause) {
        super("Port " + port + " is taken", cause);
        this.property = property;
        this.port = port;
    }

    static void check(String property, int port) {
        try (var free = new ServerSocket()) {
            free.setReuseAddress(true);
            free.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port));
        } catch (IOException taken) {
            throw new PortTaken(property, port, taken);
        }
    }

    /** Says at the end of a failed start what to do, instead of a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<PortTaken> {

        @Override
        protected FailureAnalysis analyze(Throwable root, PortTaken taken) {
            return new FailureAnalysis(
                    "The demo mail server cannot listen at 127.0.0.1:%d: another program does, perhaps another demo."
                            .formatted(taken.port),
                    "Stop that program, or give this demo another port with --%s=%d (0 for any free one)."
                            .formatted(taken.property, taken.port + 10_000),
                    taken);
        }
    }
}
