package agency.frontline.outside;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * Postfix and Dovecot as Debian packages them, each an instance of its own on loopback with all its files in one
 * directory; what is set up under {@code /etc} stays as it is. Every password opens every mailbox. They need root. Their
 * certificate is made out to {@code localhost} and signed by nobody else; whoever wants it takes STARTTLS, or TLS at once
 * on ports of its own.
 */
final class PostfixAndDovecot implements AutoCloseable {

    /** A client's address that takes mail at first and reports later that nobody has it. */
    static final String GONE = "gone@birch.example";

    private static final Path POSTFIX = Path.of("/usr/sbin/postfix");
    private static final Path DOVECOT = Path.of("/usr/sbin/dovecot");
    private static final List<String> MAILBOXES = List.of(
            "service@frontline.example",
            "manager@frontline.example",
            "director@frontline.example",
            "owner@frontline.example",
            "ceo@birch.example",
            "marketing@birch.example",
            "marketing@cedar.example");

    private final Path directory;
    private final int smtpPort = RunningFrontline.freePort();
    private final int imapPort = RunningFrontline.freePort();
    private final int smtpsPort = RunningFrontline.freePort();
    private final int imapsPort = RunningFrontline.freePort();
    private final Greylist greylist = new Greylist();

    private PostfixAndDovecot(Path directory) {
        this.directory = directory;
    }

    /** Both, running; without them the test is skipped, and says so. */
    static PostfixAndDovecot started() {
        var missing = !Files.isExecutable(POSTFIX) || !Files.isExecutable(DOVECOT)
                ? "Postfix and Dovecot are not installed: apt-get install postfix dovecot-imapd"
                : !System.getProperty("user.name").equals("root") ? "Postfix and Dovecot need root" : null;
        if (missing != null) {
            System.err.println("SKIPPED, nothing is proven: " + missing);
        }
        assumeTrue(missing == null, missing);
        try {
            // Not the usual place for a test's files: paths of Unix sockets must be short, and others must read it.
            var directory = Files.createTempDirectory(
                    "mail", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
            var servers = new PostfixAndDovecot(directory);
            servers.setUp();
            run("postfix", "-c", servers.directory.resolve("postfix").toString(), "start");
            servers.startDovecot();
            return servers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int smtpPort() {
        return smtpPort;
    }

    int imapPort() {
        return imapPort;
    }

    /** Where TLS comes before the first word. */
    int smtpsPort() {
        return smtpsPort;
    }

    /** As {@link #smtpsPort}. */
    int imapsPort() {
        return imapsPort;
    }

    /** A trust store that knows the certificate of these servers and no other. */
    Path trustStore() {
        return directory.resolve("trust.p12");
    }

    /** From now on the first mail to this address is put off with 450 and the next one taken. */
    void greylists(String recipient) {
        greylist.strangers.add(recipient);
    }

    /** Whether the first mail to that address has been put off. */
    boolean hasPutOff(String recipient) {
        return !greylist.strangers.contains(recipient);
    }

    void startDovecot() {
        run("dovecot", "-c", directory.resolve("dovecot.conf").toString());
        await("Dovecot listens").atMost(Duration.ofSeconds(30)).until(() -> {
            try (var socket = new Socket(InetAddress.getLoopbackAddress(), imapPort)) {
                return socket.getInputStream().read() >= 0;
            } catch (IOException notYet) {
                return false;
            }
        });
    }

    void stopDovecot() {
        run("doveadm", "-c", directory.resolve("dovecot.conf").toString(), "stop");
    }

    /** As after a crash of the disk's index: the next start gives every mail another number. */
    void forgetNumbers(String address) {
        try (var files = Files.list(mailbox(address))) {
            for (var file : files.filter(file -> file.getFileName().toString().startsWith("dovecot"))
                    .toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Dovecot's processes stand still: connections stay open and nothing comes any more. */
    void freezeDovecot() {
        signal("STOP");
    }

    void thawDovecot() {
        signal("CONT");
    }

    private void signal(String signal) {
        var config = directory.toString();
        var master = ProcessHandle.allProcesses()
                .filter(process -> process.info()
                        .arguments()
                        .filter(arguments -> Arrays.stream(arguments).anyMatch(each -> each.startsWith(config)))
                        .isPresent())
                .filter(process -> process.info().command().orElse("").endsWith("/dovecot"))
                .toList();
        for (var each : master) {
            each.descendants().forEach(child -> run("kill", "-" + signal, String.valueOf(child.pid())));
            run("kill", "-" + signal, String.valueOf(each.pid()));
        }
    }

    private Path mailbox(String address) {
        var at = address.indexOf('@');
        return directory.resolve("mail").resolve(address.substring(at + 1)).resolve(address.substring(0, at));
    }

    private void setUp() throws IOException {
        for (var each : List.of("postfix", "spool", "data", "mail", "dovecot")) {
            Files.createDirectory(directory.resolve(each));
        }
        makeCertificate();
        run("chown", "postfix", directory.resolve("data").toString());
        run("chown", "mail:mail", directory.resolve("mail").toString());
        Files.writeString(
                directory.resolve("postfix/main.cf"),
                """
                compatibility_level = 3.6
                queue_directory = %1$s/spool
                data_directory = %1$s/data
                command_directory = /usr/sbin
                daemon_directory = /usr/lib/postfix/sbin
                maillog_file = %1$s/postfix.log
                maillog_file_prefixes = %1$s
                myhostname = mx.frontline.example
                mydestination =
                alias_maps =
                inet_interfaces = 127.0.0.1
                inet_protocols = ipv4
                mynetworks = 127.0.0.0/8
                message_size_limit = 104857600
                recipient_delimiter = +
                virtual_mailbox_domains = frontline.example, birch.example, cedar.example
                virtual_mailbox_base = %1$s/mail
                virtual_mailbox_maps = texthash:%1$s/postfix/mailboxes
                virtual_mailbox_limit = 0
                virtual_uid_maps = static:8
                virtual_gid_maps = static:8
                virtual_minimum_uid = 1
                smtpd_tls_security_level = may
                smtpd_tls_cert_file = %1$s/certificate.pem
                smtpd_tls_key_file = %1$s/key.pem
                smtpd_tls_loglevel = 1
                smtpd_reject_unlisted_recipient = no
                smtpd_recipient_restrictions = check_policy_service inet:127.0.0.1:%2$d, permit_mynetworks, reject
                """
                        .formatted(directory, greylist.port()));
        Files.writeString(
                directory.resolve("postfix/master.cf"),
                """
                127.0.0.1:%d inet n - n - - smtpd
                127.0.0.1:%d inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
                tlsmgr unix - - n 1000? 1 tlsmgr
                postlog unix-dgram n - n - 1 postlogd
                cleanup unix n - n - 0 cleanup
                qmgr unix n - n 300 1 qmgr
                rewrite unix - - n - - trivial-rewrite
                bounce unix - - n - 0 bounce
                defer unix - - n - 0 bounce
                trace unix - - n - 0 bounce
                proxymap unix - - n - - proxymap
                error unix - - n - - error
                retry unix - - n - - error
                virtual unix - n n - - virtual
                anvil unix - - n - 1 anvil
                """
                        .formatted(smtpPort, smtpsPort));
        Files.writeString(
                directory.resolve("postfix/mailboxes"),
                MAILBOXES.stream()
                        .map(address ->
                                address + " " + directory.resolve("mail").relativize(mailbox(address)) + "/\n")
                        .collect(Collectors.joining()));
        Files.writeString(
                directory.resolve("dovecot.conf"),
                """
                base_dir = %1$s/dovecot
                state_dir = %1$s/dovecot
                log_path = %1$s/dovecot.log
                protocols = imap
                listen = 127.0.0.1
                ssl = yes
                ssl_cert = <%1$s/certificate.pem
                ssl_key = <%1$s/key.pem
                disable_plaintext_auth = no
                mail_location = maildir:%1$s/mail/%%d/%%n
                first_valid_uid = 1
                passdb {
                  driver = static
                  args = nopassword=y
                }
                userdb {
                  driver = static
                  args = uid=8 gid=8 home=%1$s/mail/%%d/%%n
                }
                service imap-login {
                  inet_listener imap {
                    port = %2$d
                  }
                  inet_listener imaps {
                    port = %3$d
                    ssl = yes
                  }
                }
                """
                        .formatted(directory, imapPort, imapsPort));
    }

    private void makeCertificate() throws IOException {
        var certificate = directory.resolve("certificate.pem");
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=localhost",
                "-addext",
                "subjectAltName=DNS:localhost",
                "-keyout",
                directory.resolve("key.pem").toString(),
                "-out",
                certificate.toString());
        try (var pem = Files.newInputStream(certificate);
                var store = Files.newOutputStream(trustStore())) {
            var trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry(
                    "mail", CertificateFactory.getInstance("X.509").generateCertificate(pem));
            trusted.store(store, "changeit".toCharArray());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.to(Path.of("/dev/null").toFile()))
                    .start();
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(String.join(" ", command) + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What both have written; for whoever reads a failed test. */
    String log() {
        try {
            return Files.readString(directory.resolve("postfix.log"))
                    + Files.readString(directory.resolve("dovecot.log"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    @Override
    public void close() {
        thawDovecot();
        stopDovecot();
        run("postfix", "-c", directory.resolve("postfix").toString(), "stop");
        greylist.close();
        try {
            FileSystemUtils.deleteRecursively(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Postfix asks it about each recipient (postconf(5), SMTPD_POLICY_README); it puts strangers off once. */
    private static final class Greylist {

        private final Set<String> strangers = ConcurrentHashMap.newKeySet();
        private final ServerSocket socket;

        private Greylist() {
            try {
                socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            run(this::accept);
        }

        int port() {
            return socket.getLocalPort();
        }

        private static void run(Runnable work) {
            var thread = new Thread(work, "greylist");
            thread.setDaemon(true);
            thread.start();
        }

        private void accept() {
            while (!socket.isClosed()) {
                try {
                    var connection = socket.accept();
                    run(() -> answer(connection));
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void answer(Socket connection) {
            try (connection;
                    var in = new BufferedReader(
                            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
                var recipient = "";
                for (var line = in.readLine(); line != null; line = in.readLine()) {
                    if (line.startsWith("recipient=")) {
                        recipient = line.substring("recipient=".length());
                    } else if (line.isEmpty()) {
                        var action = strangers.remove(recipient) ? "450 4.2.0 Greylisted, come back later" : "DUNNO";
                        connection
                                .getOutputStream()
                                .write(("action=" + action + "\n\n").getBytes(StandardCharsets.US_ASCII));
                    }
                }
            } catch (IOException ended) {
                // Postfix ends it when it likes.
            }
        }

        void close() {
            try {
                socket.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
