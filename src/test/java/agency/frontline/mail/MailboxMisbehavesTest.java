package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Whatever the mailbox and the line to it do, each mail reaches its case once")
class MailboxMisbehavesTest {

    private static final String ADDRESS = "service@frontline.example";

    private final List<GreenMail> servers = new ArrayList<>();
    private final List<MailAlarm> alarms = new ArrayList<>();
    private MailRoom room;
    private GreenMailUser user;
    private Wire wire;
    private MailFetcher fetcher;

    @BeforeEach
    void open() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        room = new MailRoom(database);
        aNewServer();
        fetcher = fetcher();
    }

    @AfterEach
    void close() {
        wire.close();
        servers.forEach(GreenMail::stop);
        room.close();
    }

    @Test
    @DisplayName("A line that is cut in the middle of a mail costs a second look (I18)")
    void aCutLine() throws MessagingException {
        arrive(5, 100_000);
        wire.cutsAfter(250_000);

        assertThat(fetcher.work()).isFalse();
        assertThat(stored()).isLessThan(5);
        rounds(2);

        assertEachMailIsInOneCase(5);
    }

    @Test
    @DisplayName("A line that died without a word is left after the answer's time, and made anew (I18)")
    void aSilentLine() throws MessagingException {
        fetcher = fetcher("patience.answering", "PT0.3S");
        arrive(5, 100_000);
        wire.diesSilentlyAfter(250_000);

        assertThat(fetcher.work()).isFalse();
        assertThat(stored()).isLessThan(5);
        rounds(2);

        assertEachMailIsInOneCase(5);
    }

    @Test
    @DisplayName("A server that talks on and on is cut off by the watchdog (I18)")
    void aServerThatNeverComesToTheEnd() throws MessagingException {
        fetcher = fetcher("patience.visit", "PT1S");
        arrive(5, 100_000);
        wire.babblesAfter(250_000);

        assertThat(fetcher.work()).isFalse();
        assertThat(stored()).isLessThan(5);
        rounds(2);

        assertEachMailIsInOneCase(5);
    }

    @Test
    @DisplayName("It waits 10 s for a server, 30 s for its next word and 10 min for the whole (O02, I18)")
    void theUsualPatience() {
        assertThat(Mails.settings().patience())
                .isEqualTo(new MailSettings.Patience(
                        Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofMinutes(10)));
    }

    @Test
    @DisplayName("A mail at which the line breaks each time stops no other, and a person hears of it (I17)")
    void aMailThatCannotBeFetched() throws MessagingException {
        arrive(60, 100);
        deliver(mail("poison", "BREAKS-THE-LINE"));
        arrive(60, 100);
        wire.breaksAt("BREAKS-THE-LINE");

        rounds(6);

        assertEachMailIsInOneCase(120);
        assertThat(unseen()).as("it stays on the server").hasSize(1);
        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(MailAlarm.Kind.MAIL_STUCK);
            assertThat(alarm.detail()).contains("service@frontline.example/INBOX, UID 61");
        });
        wire.breaksAt("nothing any more");
        rounds(1);
        assertEachMailIsInOneCase(121);
    }

    @Test
    @DisplayName("A mailbox with new numbers is read anew by Message-ID, without duplicates (I18)")
    void newUidValidity() throws MessagingException, FolderException {
        deliver(mail("first", "One"));
        deliver(mail("second", "Two"));
        rounds(1);
        assertEachMailIsInOneCase(2);

        aNewServer();
        fetcher = fetcher();
        put("ancient", "Before we came", "2019-05-05T10:00:00Z", true);
        put("first", "One", "2026-03-01T10:00:00Z", true);
        put("second", "Two", "2026-03-01T10:00:00Z", false);
        put("third", "Three, which somebody has read before us", "2026-03-02T10:00:00Z", true);
        rounds(1);
        rounds(1);

        assertThat(fates())
                .containsExactlyInAnyOrder(
                        "<first@birch.example> OPENED",
                        "<second@birch.example> OPENED",
                        "<second@birch.example> REPEATED",
                        "<third@birch.example> OPENED");
        deliver(mail("fourth", "Four"));
        rounds(1);
        assertThat(room.cases.of("open")).hasSize(4);
    }

    @Test
    @DisplayName("A hundred mails of new numbers come in pieces, and none is left out (I18)")
    void manyNewNumbers() throws MessagingException, FolderException {
        deliver(mail("first", "One"));
        rounds(1);

        aNewServer();
        fetcher = fetcher();
        for (int i = 0; i < 120; i++) {
            put("read-by-somebody-" + i, "Mail " + i, "2026-03-02T10:00:00Z", true);
        }
        rounds(3);

        assertEachMailIsInOneCase(121);
    }

    @Test
    @DisplayName("A folder that was moved is told to a person, and found again once it is named (I18)")
    void aMovedFolder() throws Exception {
        var before = new String[] {"folder", "Clients"};
        var folders = servers.get(0).getManagers().getImapHostManager();
        folders.createMailbox(user, "Clients");
        fetcher = fetcher(before);
        put(folders.getFolder(user, "Clients"), "first", "One", "2026-03-01T10:00:00Z", false);
        rounds(1);
        assertEachMailIsInOneCase(1);

        folders.renameMailbox(user, "Clients", "Customers");
        rounds(3);
        assertThat(alarms).as("a server is restarted in less").isEmpty();
        room.clock.advance(Duration.ofMinutes(10));
        rounds(1);
        assertThat(alarms).singleElement().satisfies(alarm -> {
            assertThat(alarm.kind()).isEqualTo(MailAlarm.Kind.MAILBOX_AWAY);
            assertThat(alarm.detail()).contains("Clients");
        });

        put(folders.getFolder(user, "Customers"), "second", "Two, read by others", "2026-03-02T10:00:00Z", true);
        fetcher = fetcher("folder", "Customers");
        rounds(2);
        assertEachMailIsInOneCase(2);
    }

    @Test
    @DisplayName("Of a mail of 60 MB only the head comes over the line, and the next one follows (I13)")
    void aMailOfSixtyMegabytes() throws MessagingException {
        deliver(mail("film", "x".repeat(60 << 20)));
        deliver(mail("plain", "Did you get the film?"));

        rounds(1);

        assertThat(wire.received()).as("bytes of answers").isLessThan(20_000);
        assertEachMailIsInOneCase(2);
        var film = room.cases.of("open").get(0).message();
        assertThat(film.subject()).isEqualTo("About film");
        assertThat(film.text()).contains("This mail has 60 MB; mails of at most 50 MB are fetched.");
        assertThat(unseen()).isEmpty();
    }

    @Test
    @DisplayName("A thousand mails at once drain steadily, never more than fifty in hand (L05)")
    void aThousandMailsAtOnce() throws MessagingException {
        arrive(1_000, 2_000);

        int most = 0;
        boolean more = true;
        while (more) {
            more = fetcher.work();
            most = Math.max(most, waiting());
            while (room.sorter.work()) {
                more = true;
            }
        }

        assertThat(most).isEqualTo(50);
        assertEachMailIsInOneCase(1_000);
    }

    private void rounds(int rounds) {
        for (int i = 0; i < rounds; i++) {
            boolean more = true;
            while (more) {
                more = fetcher.work();
                room.sort();
            }
        }
    }

    private void assertEachMailIsInOneCase(int mails) {
        assertThat(stored()).isEqualTo(mails);
        assertThat(room.cases.of("open")).hasSize(mails);
        assertThat(room.cases.calls).hasSize(mails);
    }

    private int stored() {
        return room.jdbc
                .sql("select count(*) from fl_inbox")
                .query(Integer.class)
                .single();
    }

    private int waiting() {
        return room.jdbc
                .sql("select count(*) from fl_inbox where state = 'PENDING'")
                .query(Integer.class)
                .single();
    }

    private List<String> fates() {
        return room.jdbc
                .sql("select message_id, outcome from fl_inbox order by id")
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
    }

    private void aNewServer() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        server.start();
        servers.add(server);
        user = server.setUser(ADDRESS, ADDRESS, "demo");
        if (wire != null) {
            wire.close();
            // The number of a GreenMail mailbox is the second of its birth, so the one before gets another.
            room.jdbc.sql("update fl_inbox set uid_validity = uid_validity - 1").update();
            room.jdbc
                    .sql("update fl_mailbox set uid_validity = uid_validity - 1")
                    .update();
        }
        wire = Wire.to(server.getImap().getPort());
    }

    private MailFetcher fetcher(String... settings) {
        var access = new MailServer.Access("127.0.0.1", wire.port(), ADDRESS, "demo", MailServer.Encryption.NONE);
        var where = new MailServer() {
            @Override
            public Access smtp() {
                return access;
            }

            @Override
            public Access imap() {
                return access;
            }
        };
        return new MailFetcher(
                where, Mails.settings(settings), room.inbox, room.clock, alarm -> alarms.add((MailAlarm) alarm));
    }

    /** So many different mails, each as long as that. */
    private void arrive(int mails, int length) throws MessagingException {
        for (int i = 0; i < mails; i++) {
            var name = UUID.randomUUID().toString();
            deliver(mail(name, name + " " + "x".repeat(length)));
        }
    }

    private static byte[] mail(String name, String text) {
        return Mails.of(
                "From: ceo@birch.example\nSubject: About %1$s\nMessage-ID: <%1$s@birch.example>\n".formatted(name),
                text);
    }

    private void deliver(byte[] source) throws MessagingException {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source)));
    }

    private void put(String name, String text, String received, boolean seen)
            throws MessagingException, FolderException {
        put(inbox(), name, text, received, seen);
    }

    private static void put(MailFolder folder, String name, String text, String received, boolean seen)
            throws MessagingException {
        var message =
                new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail(name, text)));
        var flags = seen ? new Flags(Flags.Flag.SEEN) : new Flags();
        folder.appendMessage(message, flags, Date.from(Instant.parse(received)));
    }

    private MailFolder inbox() throws FolderException {
        return servers.get(servers.size() - 1)
                .getManagers()
                .getImapHostManager()
                .getInbox(user);
    }

    private List<StoredMessage> unseen() {
        try {
            return inbox().getMessages().stream()
                    .filter(message -> !message.getFlags().contains(Flags.Flag.SEEN))
                    .toList();
        } catch (FolderException missing) {
            throw new AssertionError(missing);
        }
    }
}
