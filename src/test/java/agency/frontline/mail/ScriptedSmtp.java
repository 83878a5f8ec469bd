package agency.frontline.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/**
 * A mail server on loopback that does as it is told: it takes every mail unless the script has another line for a
 * command. Commands are known by their beginning, such as {@code RCPT TO:<anna@}; the middle of a mail's text is
 * {@link #TEXT}, its end {@code .}.
 */
final class ScriptedSmtp implements AutoCloseable, MailServer {

    /** A mail as it came over the wire. */
    record Taken(String sender, List<String> recipients, String source) {}

    /** Instead of an answer: nothing at all, or the end of the connection. */
    static final String SILENCE = "silence";

    static final String HANG_UP = "hang up";

    /** An answer that goes on and on. */
    static final String BABBLE = "babble";

    /** In the place of a command: what a mail says is on its way. */
    static final String TEXT = "the text";

    final List<Taken> taken = new CopyOnWriteArrayList<>();
    final List<String> commands = new CopyOnWriteArrayList<>();
    private final Map<String, Queue<String>> script = new HashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final ServerSocket socket;

    private ScriptedSmtp(int port) {
        try {
            socket = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    static ScriptedSmtp started() {
        return new ScriptedSmtp(0);
    }

    /** A server at an address where somebody listened before. */
    static ScriptedSmtp startedAt(int port) {
        return new ScriptedSmtp(port);
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The next commands that begin so get these answers, one each; then the usual one again. */
    ScriptedSmtp answers(String command, String... replies) {
        synchronized (script) {
            script.put(command, new ArrayDeque<>(List.of(replies)));
        }
        return this;
    }

    @Override
    public Access smtp() {
        return new Access("127.0.0.1", port(), "", "", Encryption.NONE);
    }

    @Override
    public Access imap() {
        throw new UnsupportedOperationException("This server only takes mail");
    }

    private static void run(Runnable work) {
        var thread = new Thread(work, "scripted-smtp");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                run(() -> talk(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void talk(Socket connection) {
        try (connection;
                var in = new BufferedReader(
                        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
            reply(connection, "CONNECT", "220 scripted ESMTP");
            var sender = "";
            var recipients = new ArrayList<String>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                commands.add(line);
                if (line.startsWith("EHLO")) {
                    reply(connection, line, "250 scripted");
                } else if (line.startsWith("MAIL FROM:")) {
                    sender = line.substring("MAIL FROM:".length()).split(" ")[0];
                    recipients.clear();
                    reply(connection, line, "250 sender ok");
                } else if (line.startsWith("RCPT TO:")) {
                    if (reply(connection, line, "250 recipient ok").startsWith("250")) {
                        recipients.add(line.substring("RCPT TO:<".length(), line.indexOf('>')));
                    }
                } else if (line.startsWith("DATA")) {
                    if (reply(connection, line, "354 go on").startsWith("354")) {
                        if (scripted(TEXT, "").equals(HANG_UP)) {
                            in.readLine();
                            throw new IOException("hung up");
                        }
                        var source = text(in);
                        var verdict = scripted(".", "250 taken");
                        if (verdict.startsWith("250")) {
                            // Before the answer, for whoever hears it may look at once.
                            taken.add(new Taken(sender, List.copyOf(recipients), source));
                        }
                        say(connection, verdict);
                    }
                } else if (line.startsWith("QUIT")) {
                    reply(connection, line, "221 bye");
                    return;
                } else {
                    reply(connection, line, "250 ok");
                }
            }
        } catch (IOException hungUp) {
            // Either side may end the talk.
        }
    }

    private static String text(BufferedReader in) throws IOException {
        var source = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            source.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return source.toString();
    }

    private String reply(Socket connection, String command, String usual) throws IOException {
        return say(connection, scripted(command, usual));
    }

    private String say(Socket connection, String reply) throws IOException {
        if (reply.equals(SILENCE)) {
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("silent to the end");
        }
        if (reply.equals(HANG_UP)) {
            throw new IOException("hung up");
        }
        while (reply.equals(BABBLE)) {
            connection.getOutputStream().write("250-and another thing\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        connection.getOutputStream().write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        connection.getOutputStream().flush();
        return reply;
    }

    private String scripted(String command, String usual) {
        synchronized (script) {
            return script.entrySet().stream()
                    .filter(line -> command.startsWith(line.getKey())
                            && !line.getValue().isEmpty())
                    .findFirst()
                    .map(line -> line.getValue().remove())
                    .orElse(usual);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
