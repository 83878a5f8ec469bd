package agency.frontline.mail;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import jdk.net.ExtendedSocketOptions;
import org.jspecify.annotations.Nullable;

/** A line to a real mail server on which a test does what happens to lines: it is cut, dies silently, or never ends. */
final class Wire implements AutoCloseable {

    private static final byte[] BABBLE = "* OK still here\r\n".getBytes(StandardCharsets.US_ASCII);

    /** What happens to the answers of the server. */
    private enum Fault {
        CUT,
        SILENCE,
        BABBLE
    }

    private record Plan(Fault fault, long after) {}

    private final int target;
    private final ServerSocket socket;
    private final AtomicReference<@Nullable Plan> plan = new AtomicReference<>();
    private final AtomicLong received = new AtomicLong();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile byte @Nullable [] breaksAt;

    private Wire(int target) {
        this.target = target;
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    static Wire to(int port) {
        return new Wire(port);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next connection is cut after so many bytes of answers. */
    void cutsAfter(long bytes) {
        plan.set(new Plan(Fault.CUT, bytes));
    }

    /** The next connection stays open after so many bytes, and nothing comes any more. */
    void diesSilentlyAfter(long bytes) {
        plan.set(new Plan(Fault.SILENCE, bytes));
    }

    /** On the next connection something comes without end after so many bytes, and leads nowhere. */
    void babblesAfter(long bytes) {
        plan.set(new Plan(Fault.BABBLE, bytes));
    }

    /** Each connection is cut where these words would come. */
    void breaksAt(String words) {
        breaksAt = words.getBytes(StandardCharsets.US_ASCII);
    }

    /** How many bytes of answers came over the line. */
    long received() {
        return received.get();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
                open.add(client);
                open.add(server);
                run(() -> ask(client, server));
                run(() -> answer(server, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void ask(Socket client, Socket server) {
        try (client;
                server) {
            client.getInputStream().transferTo(server.getOutputStream());
        } catch (IOException ended) {
            // Either side may end it.
        }
    }

    private void answer(Socket server, Socket client) {
        var plan = this.plan.getAndSet(null);
        long left = plan == null ? Long.MAX_VALUE : plan.after();
        var buffer = new byte[8192];
        try {
            InputStream in = server.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                acknowledge(server);
                if (breaksHere(buffer, read)) {
                    break;
                }
                out.write(buffer, 0, (int) Math.min(read, left));
                received.addAndGet(Math.min(read, left));
                left -= read;
                if (left <= 0 && plan != null) {
                    if (plan.fault() == Fault.SILENCE) {
                        return; // and both ends stay open
                    }
                    while (plan.fault() == Fault.BABBLE) {
                        out.write(BABBLE);
                    }
                    break;
                }
            }
            server.close();
            client.close();
        } catch (IOException ended) {
            // Either side may end it.
        }
    }

    /** At once where the system can: GreenMail waits for it between two halves of an answer, 40 ms each time. */
    private static void acknowledge(Socket server) throws IOException {
        if (server.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
            server.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
        }
    }

    private boolean breaksHere(byte[] buffer, int length) {
        var words = breaksAt;
        return words != null
                && new String(buffer, 0, length, StandardCharsets.ISO_8859_1)
                        .contains(new String(words, StandardCharsets.ISO_8859_1));
    }

    private static void run(Runnable work) {
        var thread = new Thread(work, "wire");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (var each : open) {
                each.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
