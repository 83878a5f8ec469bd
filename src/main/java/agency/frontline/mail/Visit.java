package agency.frontline.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One visit to a mail server and the watchdog beside it. A server that is silent is left after the usual timeouts; one
 * that keeps saying something and never comes to an end is cut off here, so that no connection, dead or alive, holds up
 * the mail for longer than the visit may take (O02, I18).
 */
final class Visit extends SocketFactory implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Visit.class);
    private static final ScheduledThreadPoolExecutor WATCHDOG = watchdog();

    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ScheduledFuture<?> end;
    private volatile boolean over;

    Visit(Duration most) {
        end = WATCHDOG.schedule(this::cut, most.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static ScheduledThreadPoolExecutor watchdog() {
        var executor = new ScheduledThreadPoolExecutor(1, work -> {
            var thread = new Thread(work, "mail-watchdog");
            thread.setDaemon(true);
            return thread;
        });
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    /** Makes a session of this protocol keep to the settings' patience and to the visit. */
    void govern(Properties session, String protocol, MailSettings.Patience patience) {
        var prefix = "mail." + protocol + ".";
        session.put(prefix + "connectiontimeout", millis(patience.connecting()));
        session.put(prefix + "timeout", millis(patience.answering()));
        session.put(prefix + "writetimeout", millis(patience.answering()));
        // The library puts TLS on top of these sockets where it is asked for.
        session.put(prefix + "socketFactory", this);
        session.put(prefix + "socketFactory.fallback", "false");
        session.put(prefix + "ssl.checkserveridentity", "true");
    }

    private static String millis(Duration duration) {
        return String.valueOf(duration.toMillis());
    }

    private void cut() {
        over = true;
        LOG.warn("A mail server takes too long; its connection is cut and will be made anew");
        sockets.forEach(Visit::close);
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            LOG.debug("The connection was gone before", gone);
        }
    }

    @Override
    public Socket createSocket() {
        var socket = new Socket();
        sockets.add(socket);
        if (over) {
            close(socket);
        }
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return connected(new InetSocketAddress(address, port));
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        var socket = createSocket();
        socket.connect(address);
        return socket;
    }

    @Override
    public void close() {
        end.cancel(false);
    }
}
