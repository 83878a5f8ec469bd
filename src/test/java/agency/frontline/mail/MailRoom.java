package agency.frontline.mail;

import agency.frontline.calendar.OpeningHours;
import agency.frontline.casefile.CaseNotes;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.casefile.Conversation;
import agency.frontline.client.Channel;
import agency.frontline.client.Client;
import agency.frontline.client.Clients;
import agency.frontline.client.Contact;
import agency.frontline.client.Ethos;
import agency.frontline.client.Team;
import agency.frontline.client.Tier;
import agency.frontline.client.Type;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/**
 * The inbound half of the mail over a database with our tables: real register, directory and inbox, no engine. Empties
 * the database first.
 */
final class MailRoom implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-03-02T10:05:00Z");

    /** A report on a mail of ours. */
    record Report(String messageId, @Nullable String recipient, String reason) {}

    final List<Report> reports = new ArrayList<>();
    final HandClock clock = new HandClock();
    final JdbcClient jdbc;
    final Inbox inbox;
    final MailSorter sorter;
    final FakeCases cases;
    final CaseRegister register;
    final Conversation conversation;
    final CaseNotes notes;
    final ClientMessages clientMessages;
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private long uid;

    MailRoom(DataSource database, String... settings) {
        jdbc = JdbcClient.create(database);
        for (var table :
                List.of("fl_attachment", "fl_message", "fl_case_note", "fl_case", "fl_inbox", "fl_client_message")) {
            jdbc.sql("delete from " + table).update();
        }
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(DataSourceTransactionManager.class, () -> new DataSourceTransactionManager(database));
        context.registerBean(MailSettings.class, () -> Mails.settings(settings));
        context.registerBean(DeliveryReports.class, () -> (messageId, recipient, reason) -> {
            reports.add(new Report(messageId, recipient, reason));
            return OwnMessageId.isOurs(messageId, "service@frontline.example");
        });
        context.register(
                Transactions.class,
                CaseRegister.class,
                Conversation.class,
                CaseNotes.class,
                FakeCases.class,
                Inbox.class,
                MailReader.class,
                Senders.class,
                Threads.class,
                Reception.class,
                MailSorter.class,
                ClientMessages.class);
        context.scan("agency.frontline.client");
        context.refresh();
        inbox = context.getBean(Inbox.class);
        sorter = context.getBean(MailSorter.class);
        cases = context.getBean(FakeCases.class);
        register = context.getBean(CaseRegister.class);
        conversation = context.getBean(Conversation.class);
        notes = context.getBean(CaseNotes.class);
        clientMessages = context.getBean(ClientMessages.class);
        client("BIRCH", "birch.example", "ceo@birch.example", "marketing@birch.example");
        client("CEDAR", "cedar.example", "marketing@cedar.example");
    }

    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement
    static class Transactions {}

    /** A clock that a test sets. */
    static final class HandClock extends Clock {

        private Instant now = NOW;

        void advance(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }
    }

    private void client(String code, String domain, String... contacts) {
        var people = List.of(contacts).stream()
                .map(address -> new Contact(address, "Contact of " + code, null, "en", Channel.EMAIL))
                .toList();
        var hours = new OpeningHours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), LocalTime.of(9, 0), LocalTime.of(17, 0));
        context.getBean(Clients.class)
                .save(new Client(
                        code,
                        "The " + code + " company",
                        Tier.SILVER,
                        Type.RETAINER,
                        ZoneId.of("Europe/London"),
                        "GB-ENG",
                        List.of(hours),
                        List.of("en"),
                        List.of(domain),
                        new Team("manager", null, "director", Map.of()),
                        people,
                        new Ethos(List.of(), null, null, List.of())));
    }

    /** A mail from the corpus reaches the mailbox and is stored. Returns its id in the inbox. */
    long arrives(String name) {
        return arrives(Mails.source(name));
    }

    long arrives(byte[] source) {
        inbox.store(new Inbox.Arrival("service/INBOX", 1, ++uid, clock.instant(), source.length, false, source));
        return jdbc.sql("select max(id) from fl_inbox").query(Long.class).single();
    }

    /** Sorts until there is nothing left to do at this moment. */
    void sort() {
        while (sorter.work()) {
            // as MailWorkers does
        }
    }

    /** What became of a mail, as outcome and case. */
    String fate(long id) {
        return jdbc.sql("select state, outcome, business_key from fl_inbox where id = :id")
                .param("id", id)
                .query((row, n) -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3))
                .single();
    }

    /** A mail of ours in this case, as the outbox records it. */
    void weWrote(String businessKey, String messageId) {
        conversation.record(new agency.frontline.casefile.Message(
                businessKey,
                clock.instant(),
                agency.frontline.casefile.Direction.OUT,
                Channel.EMAIL,
                "service@frontline.example",
                "ceo@birch.example",
                "Re: The billboard in Leeds",
                "We reprint the board.",
                messageId));
    }

    @Override
    public void close() {
        context.close();
    }
}
