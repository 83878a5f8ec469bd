package agency.frontline.demo;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.imap.ImapHandler;
import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.smtp.SmtpConnection;
import com.icegreen.greenmail.smtp.SmtpHandler;
import com.icegreen.greenmail.smtp.SmtpManager;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.smtp.SmtpState;
import com.icegreen.greenmail.smtp.commands.MailCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommand;
import com.icegreen.greenmail.smtp.commands.SmtpCommandRegistry;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.Socket;
import java.net.SocketException;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * GreenMail on loopback, with what it lacks of SMTP: a mail without a sender, as bounces and notices are
 * ({@code MAIL FROM:<>}, RFC 5321, 4.5.5). It answers in several small packets, of which all but the first would wait 40 ms
 * for an acknowledgement; so they are sent at once, and a look into a mailbox takes 10 ms instead of 300.
 */
class LoopbackMail extends GreenMail {

    private static final String LOOPBACK = "127.0.0.1";

    LoopbackMail(int smtpPort, int imapPort) {
        super(new ServerSetup[] {
            new ServerSetup(smtpPort, LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
    }

    int smtpPort() {
        return port(ServerSetup.PROTOCOL_SMTP);
    }

    int imapPort() {
        return port(ServerSetup.PROTOCOL_IMAP);
    }

    private int port(String protocol) {
        return services.get(protocol).getPort();
    }

    @Override
    protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
        var services = super.createServices(setups, managers);
        for (var setup : setups) {
            if (setup.getProtocol().equals(ServerSetup.PROTOCOL_SMTP)) {
                services.put(setup.getProtocol(), new Smtp(setup, managers));
            } else {
                services.put(setup.getProtocol(), new Imap(setup, managers));
            }
        }
        return services;
    }

    private static final class Smtp extends SmtpServer {

        private final Managers managers;

        private Smtp(ServerSetup setup, Managers managers) {
            super(setup, managers);
            this.managers = managers;
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new SmtpHandler(new Commands(), managers.getSmtpManager(), client);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }

    private static final class Imap extends AbstractServer {

        private Imap(ServerSetup setup, Managers managers) {
            super(setup, managers);
        }

        @Override
        protected ProtocolHandler createProtocolHandler(Socket client) {
            return new ImapHandler(managers.getUserManager(), managers.getImapHostManager(), client);
        }

        @Override
        protected void handleClientSocket(Socket client) throws SocketException {
            client.setTcpNoDelay(true);
            super.handleClientSocket(client);
        }
    }

    private static final class Commands extends SmtpCommandRegistry {

        private static final SmtpCommand MAIL = new MailFromAnybody();

        @Override
        public SmtpCommand getCommand(String name) {
            return name.equalsIgnoreCase("MAIL") ? MAIL : super.getCommand(name);
        }
    }

    private static final class MailFromAnybody extends MailCommand {

        private static final Pattern FROM_NOBODY = Pattern.compile("MAIL FROM:\\s?<\\s*>.*", Pattern.CASE_INSENSITIVE);

        @Override
        public void execute(SmtpConnection connection, SmtpState state, SmtpManager manager, String line) {
            if (FROM_NOBODY.matcher(line).matches()) {
                state.clearMessagePreservingAuthenticationState();
                state.getMessage().setReturnPath(new Nobody());
                connection.send("250 OK");
            } else {
                super.execute(connection, state, manager, line);
            }
        }
    }

    /** Stands in the Return-Path header as {@code <>}. */
    private static final class Nobody extends MailAddress {

        private Nobody() {
            super("nobody@localhost");
        }

        @Override
        public String getEmail() {
            return "";
        }

        @Override
        public String toString() {
            return "";
        }
    }
}
