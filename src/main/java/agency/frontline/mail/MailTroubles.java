package agency.frontline.mail;

import agency.frontline.casefile.CaseNotes;
import agency.frontline.text.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails that stand still until a person does something: those nobody could bring anywhere, and those that did not arrive. */
@Component
@Transactional
public class MailTroubles {

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final CaseNotes notes;
    private final Clock clock;

    MailTroubles(JdbcClient jdbc, Inbox inbox, CaseNotes notes, Clock clock) {
        this.jdbc = jdbc;
        this.inbox = inbox;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * One mail that stands still.
     *
     * @param id to be named when something is done about it
     * @param purpose what a mail of ours was for; null for one to us
     * @param problem what went wrong, for a person
     */
    public record Trouble(
            String id, @Nullable String businessKey, @Nullable String purpose, String problem, Instant since) {}

    /** Mails to us that could not be brought anywhere, oldest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Trouble> setAside() {
        return jdbc.sql(
                        """
                        select id, business_key, problem, received_at from fl_inbox
                        where state = 'SET_ASIDE' and closed_at is null order by id fetch first 200 rows only
                        """)
                .query((row, n) -> new Trouble(
                        row.getString("id"),
                        row.getString("business_key"),
                        null,
                        Optional.ofNullable(row.getString("problem")).orElse("It could not be read."),
                        row.getTimestamp("received_at").toInstant()))
                .list();
    }

    /** Mails of ours that a recipient did not get, one for each recipient, oldest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Trouble> undelivered() {
        return jdbc.sql(
                        """
                        select r.outbox, r.place, o.business_key, o.purpose, r.problem, r.settled_at, o.handed_in_at
                        from fl_outbox o join fl_outbox_recipient r on r.outbox = o.id
                        where r.state in ('FAILED', 'BOUNCED') and r.closed_at is null
                        order by r.settled_at, r.outbox, r.place fetch first 200 rows only
                        """)
                .query((row, n) -> {
                    var settled = row.getTimestamp("settled_at");
                    return new Trouble(
                            row.getLong("outbox") + "-" + row.getInt("place"),
                            row.getString("business_key"),
                            row.getString("purpose"),
                            Optional.ofNullable(row.getString("problem")).orElse("No reason was given."),
                            (settled == null ? row.getTimestamp("handed_in_at") : settled).toInstant());
                })
                .list();
    }

    /** A mail to us gets another try, after whatever stood in its way is mended. */
    public void readAgain(String id, String who) {
        var trouble = find(setAside(), id);
        inbox.tryAgain(Long.parseLong(id));
        note(trouble, who, "MAIL_TRIED_AGAIN", "A mail to us that had been set aside");
    }

    /** A mail to us is given up; its source stays. */
    public void stopReading(String id, String who, String reason) {
        var trouble = find(setAside(), id);
        jdbc.sql("update fl_inbox set closed_at = :now, closed_by = :who, closed_reason = :reason where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("who", who)
                .param("reason", reason)
                .param("id", Long.parseLong(id))
                .update();
        note(trouble, who, "MAIL_GIVEN_UP", "A mail to us that had been set aside: " + reason);
    }

    /** A mail of ours goes to this recipient again, and to nobody else (O04). */
    public void sendAgain(String id, String who) {
        var trouble = find(undelivered(), id);
        if (isWithoutItsSecret(id)) {
            throw Refusal.tooLate("Its link was for that one mail and is not kept. Give it up, and ask anew.");
        }
        var now = Timestamp.from(clock.instant());
        recipient(
                        "update fl_outbox_recipient set state = 'PENDING', problem = null, settled_at = null, told = false",
                        id)
                .update();
        jdbc.sql("update fl_outbox set state = 'PENDING', tries = 0, claimed_by = null, next_at = :now where id = :id")
                .param("now", now)
                .param("id", Long.parseLong(id.split("-")[0]))
                .update();
        note(trouble, who, "MAIL_TRIED_AGAIN", "The mail " + trouble.purpose());
    }

    private boolean isWithoutItsSecret(String id) {
        return jdbc.sql("select count(*) from fl_outbox where id = :id and secret = :struckOut")
                        .param("id", Long.parseLong(id.split("-")[0]))
                        .param("struckOut", OutgoingMail.STRUCK_OUT)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** Nobody tries to deliver it any more. */
    public void stopSending(String id, String who, String reason) {
        var trouble = find(undelivered(), id);
        recipient("update fl_outbox_recipient set closed_at = :now, closed_by = :who, closed_reason = :reason", id)
                .param("now", Timestamp.from(clock.instant()))
                .param("who", who)
                .param("reason", reason)
                .update();
        note(trouble, who, "MAIL_GIVEN_UP", "The mail " + trouble.purpose() + ": " + reason);
    }

    private JdbcClient.StatementSpec recipient(String update, String id) {
        var parts = id.split("-");
        return jdbc.sql(update + " where outbox = :outbox and place = :place")
                .param("outbox", Long.parseLong(parts[0]))
                .param("place", Integer.parseInt(parts[1]));
    }

    private static Trouble find(List<Trouble> among, String id) {
        return among.stream()
                .filter(trouble -> trouble.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.tooLate("It is not stuck any more; look at the page again."));
    }

    private void note(Trouble trouble, String who, String kind, String text) {
        if (trouble.businessKey() != null) {
            notes.add(trouble.businessKey(), who, kind, text);
        }
    }
}
