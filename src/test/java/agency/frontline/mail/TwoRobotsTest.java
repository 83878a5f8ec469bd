package agency.frontline.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;

@DisplayName("Two robots stop writing to each other, whatever their headers say (I10)")
class TwoRobotsTest {

    private static final int FOR_EVER = 100;

    @Test
    void aRobotThatAnswersEachAnswerInNewWordsGetsFortyADayAndAPersonHearsOfIt() {
        var database = new JdbcDataSource();
        database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration/common", "classpath:db/migration/h2")
                .load()
                .migrate();
        var alarms = new ArrayList<Object>();
        try (var room = new MailRoom(database);
                var smtp = ScriptedSmtp.started()) {
            var table = new OutboxTable(room.jdbc, room.clock);
            var outbox =
                    new MailOutbox(table, room.conversation, room.notes, Mails.settings(), alarms::add, room.clock);
            var sender = new MailSender(
                    table,
                    smtp,
                    new MailWriter(Mails.settings(), room.clock),
                    Mails.settings(),
                    event -> {},
                    new DataSourceTransactionManager(database),
                    room.clock);

            for (int round = 0; round < FOR_EVER; round++) {
                // It drops the thread, changes the subject and has no header that gives it away.
                room.arrives(Mails.of(
                        "From: robot@birch.example\nSubject: Ticket %1$d\nMessage-ID: <%1$d@birch.example>\n"
                                .formatted(round),
                        "Your mail no. " + round + " is our ticket no. " + round * 7));
                room.sort();
                acknowledge(room, outbox, round);
                sender.work();
            }

            assertThat(room.cases.of("open")).as("what came is kept").hasSize(FOR_EVER);
            assertThat(smtp.taken).hasSize(40);
            assertThat(keys(alarms)).containsExactly("robot@birch.example:2026-03-02T00:00:00Z");
        }
    }

    /** As the flow does when a case is opened. */
    private static void acknowledge(MailRoom room, MailOutbox outbox, int round) {
        var opened = room.cases.of("open").get(round);
        if (opened.message().mayBeAnswered()) {
            outbox.send(new OutgoingMail(
                    opened.businessKey() + ":acknowledgeIssue",
                    opened.businessKey(),
                    "acknowledgeIssue",
                    List.of(opened.message().from()),
                    opened.message().subject(),
                    "Thank you for your message.",
                    null,
                    true,
                    true,
                    null));
        }
    }

    private static Set<String> keys(List<Object> alarms) {
        return alarms.stream()
                .map(MailAlarm.class::cast)
                .filter(alarm -> alarm.kind() == MailAlarm.Kind.LOOP_STOPPED)
                .map(MailAlarm::key)
                .collect(Collectors.toSet());
    }
}
