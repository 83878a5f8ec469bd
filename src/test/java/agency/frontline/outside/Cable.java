package agency.frontline.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The way to a server: pulled out, every connection breaks and none can be made; plugged in, all is as before. */
final class Cable implements AutoCloseable {

    private final int port = RunningFrontline.freePort();
    private final int target;
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private ServerSocket end;

    private Cable(int target) {
        this.target = target;
    }

    /** Not plugged in yet. */
    static Cable to(int port) {
        return new Cable(port);
    }

    int port() {
        return port;
    }

    Cable plugIn() {
        try {
            end = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var plugged = end;
        run(() -> {
            while (true) {
                var one = plugged.accept();
                Socket other;
                try {
                    other = new Socket(InetAddress.getLoopbackAddress(), target);
                } catch (IOException nobodyThere) {
                    one.close();
                    continue;
                }
                connections.add(one);
                connections.add(other);
                run(() -> carry(one, other));
                run(() -> carry(other, one));
            }
        });
        return this;
    }

    private static void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void go() throws IOException;
    }

    private static void run(Work work) {
        var thread = new Thread(
                () -> {
                    try {
                        work.go();
                    } catch (IOException pulledOut) {
                        // Or one of the two has hung up.
                    }
                },
                "cable");
        thread.setDaemon(true);
        thread.start();
    }

    void pullOut() {
        try {
            if (end != null) {
                end.close();
            }
            for (var connection : connections) {
                connection.close();
            }
            connections.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pullOut();
    }
}
