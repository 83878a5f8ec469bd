package agency.frontline.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import agency.frontline.text.Mailbox;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The demo mail server forgets nothing at a restart, and does not grow without end")
class DemoMailIsKeptTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2027-01-18T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    Path data;

    @Test
    void aRestartFindsTheSameMailAndKnowsWhatWasSeen() throws Exception {
        var server = started(true);
        write(server, "Seen before the stop");
        var imap = server.imap();
        try (var store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect(imap.host(), imap.port(), imap.username(), imap.password());
            var inbox = store.getFolder("INBOX");
            inbox.open(Folder.READ_WRITE);
            inbox.getMessage(1).setFlag(Flags.Flag.SEEN, true);
        }
        write(server, "Not seen yet");
        var before = sources(server);
        server.stop();

        var again = started(true);
        assertThat(sources(again)).isEqualTo(before);
        assertThat(box(again).mails()).extracting(DemoMailbox.Mail::seen).containsExactly(false, true);
        assertThat(box(again).mails()).extracting(DemoMailbox.Mail::receivedAt).containsOnly(CLOCK.instant());
        again.stop();
    }

    @Test
    void withoutKeepingNothingIsWritten() throws Exception {
        var server = started(false);
        write(server, "Gone");
        server.stop();

        try (var files = Files.list(data)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void onlyTheNewestStayAndNoneThatFrontlineHasNotFetched() {
        var server = started(true);
        for (int i = 0; i < DemoMailbox.MOST + 3; i++) {
            var mail = new MimeMessage((Session) null);
            deliver(server, "client@birch.example", mail, i);
            deliver(server, server.agencyAddress(), mail, i);
        }

        assertThat(server.mailbox("client@birch.example").mails()).hasSize(DemoMailbox.MOST);
        assertThat(new KeptMail(data.resolve("demo-mail")).letters("client@birch.example"))
                .hasSize(DemoMailbox.MOST);
        assertThat(box(server).mails()).hasSize(DemoMailbox.MOST + 3);
        server.stop();
    }

    @Test
    void anAddressMayHaveCharactersThatFilesMayNot() {
        var kept = new KeptMail(data);
        var address = "a/..\\*?+b@birch.example";
        kept.keep(address, 1, CLOCK.instant(), "Subject: x\r\n\r\n".getBytes());

        assertThat(kept.mailboxes()).containsExactly(address);
        assertThat(kept.letters(address)).hasSize(1);
    }

    @Test
    void aTakenPortIsSaidInWords() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var server = new DemoMailServer(
                    new DemoSettings(other.getLocalPort(), 0, false),
                    "service@frontline.example",
                    data.toString(),
                    CLOCK);

            var taken = catchThrowableOfType(PortTaken.class, server::start);
            var said = new PortTaken.Analyzer().analyze(taken);
            assertThat(said.getDescription()).contains("127.0.0.1:" + other.getLocalPort());
            assertThat(said.getAction()).contains("--frontline.demo.smtp-port=");
        }
    }

    private DemoMailServer started(boolean keep) {
        var server =
                new DemoMailServer(new DemoSettings(0, 0, keep), "service@frontline.example", data.toString(), CLOCK);
        server.start();
        return server;
    }

    private static void write(DemoMailServer server, String subject) {
        new ClientsPen(server, CLOCK)
                .send(new ClientsPen.Draft(
                        Mailbox.of("Charlotte <ceo@birch.example>"),
                        Mailbox.of(server.agencyAddress()),
                        subject,
                        "Zażółć",
                        null,
                        List.of()));
    }

    private static void deliver(DemoMailServer server, String address, MimeMessage mail, int n) {
        try {
            mail.setText("Number " + n);
            mail.saveChanges();
            server.mailbox(address).deliver(mail, CLOCK.instant());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static DemoMailbox box(DemoMailServer server) {
        return server.mailbox(server.agencyAddress());
    }

    private static List<String> sources(DemoMailServer server) {
        return box(server).mails().stream()
                .map(mail -> new String(ReadableMail.source(mail.message())))
                .toList();
    }
}
