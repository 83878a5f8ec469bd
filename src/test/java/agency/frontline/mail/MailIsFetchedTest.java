package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@DisplayName("Mail is fetched from a real IMAP server, once and without loss")
class MailIsFetchedTest {

    private static final String ADDRESS = "service@frontline.example";

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final MailRoom.HandClock clock = new MailRoom.HandClock();
    private GreenMailUser user;
    private JdbcClient jdbc;
    private Inbox inbox;
    private final List<Object> alarms = new ArrayList<>();

    @BeforeEach
    void startTheServer() {
        server.start();
        user = server.setUser(ADDRESS, ADDRESS, "demo");
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
        inbox = new Inbox(jdbc, clock);
    }

    @AfterEach
    void stopTheServer() {
        server.stop();
    }

    @Test
    void everyMailIsStoredAsItCameAndMarkedAsSeen() throws MessagingException {
        deliver("plain");
        deliver("I15-raw-8bit-header");

        assertThat(fetcher().work()).isTrue();
        assertThat(fetcher().work()).as("nothing more").isFalse();

        assertThat(sources()).hasSize(2);
        assertThat(sources().get(0)).isEqualTo(Mails.source("plain"));
        assertThat(sources().get(1)).isEqualTo(Mails.source("I15-raw-8bit-header"));
        assertThat(seen()).containsExactly(true, true);
    }

    @Test
    void theClockStartsWhenTheMailReachedTheMailboxButNeverLaterThanNow() throws MessagingException {
        var before = Instant.now().minusSeconds(1);
        deliver("plain");
        fetcher().work();
        assertThat(receivedAt()).as("our clock is behind the server's").isEqualTo(MailRoom.NOW);

        clock.advance(Duration.between(MailRoom.NOW, Instant.now().plus(Duration.ofDays(2))));
        deliver("D05-long-subject");
        fetcher().work();
        assertThat(receivedAt()).isBetween(before, Instant.now());
    }

    @Test
    void aMailThatIsTooLargeComesWithoutItsBody() throws MessagingException {
        deliver(Mails.of("From: ceo@birch.example\nSubject: Film\nMessage-ID: <film@x>\n", "x".repeat(200_000)));
        deliver("plain");

        fetcher("max-message-size", "100KB").work();

        assertThat(jdbc.sql("select header_only from fl_inbox order by id")
                        .query(Boolean.class)
                        .list())
                .containsExactly(true, false);
        assertThat(Mails.read(sources().get(0)).subject()).isEqualTo("Film");
        assertThat(sources().get(0)).hasSizeLessThan(1_000);
        assertThat(seen()).containsExactly(true, true);
    }

    @Test
    void aMailThatSomebodyReadElsewhereMeanwhileIsFetchedAllTheSame() throws MessagingException {
        deliver("plain");
        fetcher().work();
        deliver("D05-long-subject");
        mark(1, true);

        assertThat(fetcher().work()).isTrue();

        assertThat(sources()).hasSize(2);
    }

    @Test
    void whatWasReadBeforeWeCameIsLeftAlone() throws MessagingException {
        deliver("plain");
        mark(0, true);

        assertThat(fetcher().work()).isFalse();

        assertThat(sources()).isEmpty();
    }

    @Test
    void aMailThatWasStoredButNotYetMarkedIsNotStoredAgain() throws MessagingException {
        deliver("plain");
        fetcher().work();
        mark(0, false);

        assertThat(fetcher().work()).isFalse();

        assertThat(sources()).hasSize(1);
        assertThat(seen()).containsExactly(true);
    }

    @Test
    void aHundredMailsComeInPieces() throws MessagingException {
        for (int i = 0; i < 120; i++) {
            deliver(Mails.of("From: ceo@birch.example\nMessage-ID: <%d@x>\n".formatted(i), "Mail " + i));
        }
        var fetcher = fetcher();
        int rounds = 0;
        while (fetcher.work()) {
            rounds++;
        }

        assertThat(rounds).isEqualTo(3);
        assertThat(sources()).hasSize(120);
    }

    @Test
    void aServerThatIsAwayStopsNothing() {
        var fetcher = fetcher();
        server.stop();

        assertThat(fetcher.work()).isFalse();
    }

    @Test
    void aDatabaseThatIsAwayLosesNothing() throws MessagingException {
        deliver("plain");
        jdbc.sql("alter table fl_inbox rename to fl_away").update();

        assertThat(fetcher().work()).isFalse();
        assertThat(seen()).containsExactly(false);

        jdbc.sql("alter table fl_away rename to fl_inbox").update();
        assertThat(fetcher().work()).isTrue();
    }

    @Test
    @DisplayName("a restored backup has all mail since then fetched again, and none that it knows (C23)")
    void afterABackupIsRestored() throws Exception {
        deliver("plain");
        fetcher().work();
        var backup = Files.createTempFile("backup", ".sql");
        jdbc.sql("script to '" + backup + "'").query().listOfRows();
        deliver("I15-raw-8bit-header");
        fetcher().work();
        assertThat(seen()).containsExactly(true, true);

        jdbc.sql("drop all objects").update();
        jdbc.sql("runscript from '" + backup + "'").update();
        Files.delete(backup);
        assertThat(sources()).hasSize(1);

        assertThat(fetcher().work()).isTrue();
        assertThat(fetcher().work()).as("nothing more").isFalse();
        assertThat(sources()).containsExactly(Mails.source("plain"), Mails.source("I15-raw-8bit-header"));
    }

    private MailFetcher fetcher(String... settings) {
        var access = new MailServer.Access(
                "127.0.0.1", server.getImap().getPort(), ADDRESS, "demo", MailServer.Encryption.NONE);
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
        return new MailFetcher(where, Mails.settings(settings), inbox, clock, alarms::add);
    }

    private void deliver(String name) throws MessagingException {
        deliver(Mails.source(name));
    }

    private void deliver(byte[] source) throws MessagingException {
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(source)));
    }

    private List<byte[]> sources() {
        return jdbc.sql("select raw from fl_inbox order by id")
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    private Instant receivedAt() {
        return jdbc.sql("select received_at from fl_inbox order by id desc fetch first row only")
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    private List<Boolean> seen() {
        return mailbox().stream()
                .map(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    private void mark(int place, boolean seen) {
        mailbox().get(place).setFlag(Flags.Flag.SEEN, seen);
    }

    private List<StoredMessage> mailbox() {
        try {
            return server.getManagers().getImapHostManager().getInbox(user).getMessages();
        } catch (FolderException missing) {
            throw new AssertionError(missing);
        }
    }
}
