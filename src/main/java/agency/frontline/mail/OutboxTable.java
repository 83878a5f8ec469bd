package agency.frontline.mail;

import agency.frontline.mail.Delivery.State;
import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Component;

/** The outbox in the database. Each method joins the caller's transaction. */
@Component
class OutboxTable {

    private static final int PROBLEM_LENGTH = 500;
    private static final String HELD = "There were too many notices in this hour; it is named in a digest.";

    private final JdbcClient jdbc;
    private final Clock clock;

    OutboxTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<String> messageId(String idempotencyKey) {
        return jdbc.sql("select message_id from fl_outbox where idempotency_key = :key")
                .param("key", idempotencyKey)
                .query(String.class)
                .optional();
    }

    /**
     * Keeps a new mail.
     *
     * @param suppressed why it must not be sent; null if it may
     * @param held those who get it with a digest instead
     */
    void add(
            OutgoingMail mail,
            String messageId,
            String subject,
            String text,
            @Nullable String html,
            MailThread thread,
            List<Mailbox> to,
            @Nullable String suppressed,
            Set<Mailbox> held) {
        var now = clock.instant();
        var goesOut = suppressed == null && !held.containsAll(to);
        var state = goesOut ? State.PENDING : State.SUPPRESSED;
        var due = mail.notBefore() == null || mail.notBefore().isBefore(now) ? now : mail.notBefore();
        var key = new GeneratedKeyHolder();
        jdbc.sql(
                        """
                        insert into fl_outbox (idempotency_key, message_id, business_key, purpose, subject, text, html,
                            in_reply_to, thread, automatic, to_client, takes_files, state, tries, next_at, possible_duplicate,
                            last_problem, handed_in_at, secret)
                        values (:key, :messageId, :case, :purpose, :subject, :text, :html, :inReplyTo, :thread,
                            :automatic, :toClient, :takesFiles, :state, 0, :next, false, :problem, :now, :secret)
                        """)
                .param("key", mail.idempotencyKey())
                .param("messageId", messageId)
                .param("case", mail.businessKey())
                .param("purpose", mail.purpose())
                .param("subject", subject)
                .param("text", goesOut ? text : mail.withoutSecret(text))
                .param("html", goesOut ? html : mail.withoutSecret(html))
                .param("secret", goesOut ? mail.secret() : null)
                .param("inReplyTo", thread.inReplyTo())
                .param("thread", thread.references())
                .param("automatic", mail.automatic())
                .param("toClient", mail.toClient())
                .param("takesFiles", !mail.files().isEmpty())
                .param("state", state.name())
                .param("next", goesOut ? Timestamp.from(due) : null)
                .param("problem", suppressed != null || goesOut ? suppressed : HELD)
                .param("now", Timestamp.from(now))
                .update(key, "id");
        var id = key.getKeyAs(Long.class);
        if (goesOut) {
            addFiles(id, mail.files());
        }
        for (int place = 0; place < to.size(); place++) {
            var waits = held.contains(to.get(place));
            jdbc.sql(
                            """
                            insert into fl_outbox_recipient (outbox, place, address, name, state, problem, told)
                            values (:outbox, :place, :address, :name, :state, :problem, :told)
                            """)
                    .param("outbox", id)
                    .param("place", place)
                    .param("address", to.get(place).address())
                    .param("name", to.get(place).name())
                    .param("state", (waits ? State.SUPPRESSED : state).name())
                    .param("problem", waits ? HELD : suppressed)
                    .param("told", waits)
                    .update();
            if (waits) {
                hold(id, place, to.get(place).address(), now);
            }
        }
    }

    private void addFiles(long outbox, List<MailFile> files) {
        for (int place = 0; place < files.size(); place++) {
            var file = files.get(place);
            jdbc.sql("insert into fl_outbox_file (outbox, place, name, type, content) values (?, ?, ?, ?, ?)")
                    .params(outbox, place, file.name(), file.type(), file.content())
                    .update();
        }
    }

    private void hold(long outbox, int place, String address, Instant now) {
        jdbc.sql(
                        "insert into fl_held_notice (outbox, place, address, held_at) values (:outbox, :place, :address, :now)")
                .param("outbox", outbox)
                .param("place", place)
                .param("address", address)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Whether notices to this address wait for a digest. */
    boolean holds(String address) {
        return jdbc.sql("select outbox from fl_held_notice where address = :address fetch first row only")
                .param("address", address)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /** Addresses of which a notice was held then or before. */
    List<String> heldSince(Instant then) {
        return jdbc.sql("select distinct address from fl_held_notice where held_at <= :then")
                .param("then", Timestamp.from(then))
                .query(String.class)
                .list();
    }

    /** The first moment after this one at which a notice was held. */
    Optional<Instant> firstHeld(Instant after) {
        return jdbc.sql("select min(held_at) from fl_held_notice where held_at > :after")
                .param("after", Timestamp.from(after))
                .query((row, n) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    /** Takes all that is held for this address; empty if somebody else has it in hand. */
    Optional<Digest> takeHeld(String address) {
        record Row(long outbox, int place, Mailbox to, Digest.Held held, Instant at) {}
        var waiting = jdbc.sql(
                        "select outbox from fl_held_notice where address = :address order by outbox for update skip locked")
                .param("address", address)
                .query((row, n) -> row.getLong("outbox"))
                .list();
        if (waiting.isEmpty()) {
            return Optional.empty();
        }
        var rows = jdbc.sql(
                        """
                        select h.outbox, h.place, h.held_at, o.business_key, o.subject, r.name
                        from fl_held_notice h join fl_outbox o on o.id = h.outbox
                            join fl_outbox_recipient r on r.outbox = h.outbox and r.place = h.place
                        where h.address = :address and h.outbox <= :last order by h.outbox fetch first :most rows only
                        """)
                .param("address", address)
                .param("last", waiting.get(waiting.size() - 1))
                .param("most", Digest.MOST)
                .query((row, n) -> new Row(
                        row.getLong("outbox"),
                        row.getInt("place"),
                        new Mailbox(address, row.getString("name")),
                        new Digest.Held(row.getString("business_key"), row.getString("subject")),
                        row.getTimestamp("held_at").toInstant()))
                .list();
        jdbc.sql("delete from fl_held_notice where address = :address and outbox <= :last")
                .param("address", address)
                .param("last", waiting.get(waiting.size() - 1))
                .update();
        var oldest = rows.get(0);
        return Optional.of(new Digest(
                "digest:" + oldest.outbox() + ":" + oldest.place(),
                oldest.to(),
                rows.stream().map(Row::held).toList(),
                waiting.size(),
                oldest.at()));
    }

    /** How many notices this colleague was given since then. */
    int noticesSince(String address, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from fl_outbox_recipient r join fl_outbox o on o.id = r.outbox
                        where r.address = :address and o.automatic and not o.to_client and o.handed_in_at > :since
                            and r.state <> 'SUPPRESSED'
                        """)
                .param("address", address)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Lets the letters of a case that wait for the client's hours go out now, before one that does not wait. */
    void waitNoLonger(String businessKey) {
        jdbc.sql(
                        """
                        update fl_outbox set next_at = :now
                        where business_key = :key and to_client and tries = 0 and claimed_by is null and next_at > :now
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    /** How many automatic mails this address of a client was given since then. */
    int automaticSince(String address, Instant since) {
        return jdbc.sql(
                        """
                        select count(*) from fl_outbox_recipient r join fl_outbox o on o.id = r.outbox
                        where r.address = :address and o.automatic and o.to_client and o.handed_in_at > :since
                            and o.state <> 'SUPPRESSED'
                        """)
                .param("address", address)
                .param("since", Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** The first moment after this one at which a mail will be due. */
    Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("select min(next_at) from fl_outbox where next_at > :after")
                .param("after", Timestamp.from(after))
                .query((row, n) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    /**
     * Takes mails that are due, clients' before colleagues', in the order they were handed in. Nobody else gets them
     * until the lease ends or their outcome is noted.
     */
    List<QueuedMail> claim(String claimant, int most, Duration lease) {
        var now = clock.instant();
        var rows = jdbc.sql(
                        """
                        select * from fl_outbox where next_at <= :now
                        order by to_client desc, id fetch first :most rows only for update skip locked
                        """)
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((row, n) -> mail(row))
                .list();
        if (rows.isEmpty()) {
            return rows;
        }
        var ids = rows.stream().map(QueuedMail::id).toList();
        jdbc.sql(
                        """
                        update fl_outbox set possible_duplicate = possible_duplicate or claimed_by is not null,
                            claimed_by = :claimant, next_at = :leaseEnd, tries = tries + 1
                        where id in (:ids)
                        """)
                .param("claimant", claimant)
                .param("leaseEnd", Timestamp.from(now.plus(lease)))
                .param("ids", ids)
                .update();
        var recipients = recipients(ids);
        var files = files(
                rows.stream().filter(QueuedMail::takesFiles).map(QueuedMail::id).toList());
        return rows.stream()
                .map(row -> row.with(recipients.getOrDefault(row.id(), List.of()))
                        .withFiles(files.getOrDefault(row.id(), List.of())))
                .toList();
    }

    /** Gives mails back that were claimed but not tried, due at once. */
    void release(String claimant, List<QueuedMail> mails) {
        jdbc.sql(
                        """
                        update fl_outbox set claimed_by = null, next_at = :now, tries = tries - 1
                        where id in (:ids) and claimed_by = :claimant
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", mails.stream().map(QueuedMail::id).toList())
                .param("claimant", claimant)
                .update();
    }

    /** Gives back at once what senders claimed that are no more. */
    void releaseAll() {
        jdbc.sql("update fl_outbox set next_at = :now where claimed_by is not null and next_at > :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /**
     * Notes the outcome of a try and lets go of the mail.
     *
     * @param settled the recipients whose state has changed
     * @param next when to try again, or to tell again; null if nothing is left to do
     * @param told whether the flows hear of the outcome in this same transaction
     * @return false if somebody else has taken the mail over meanwhile; nothing is changed then
     */
    boolean settle(
            String claimant,
            QueuedMail after,
            List<QueuedMail.Recipient> settled,
            @Nullable Instant next,
            @Nullable String problem,
            boolean told) {
        var now = Timestamp.from(clock.instant());
        var sent = settled.stream().anyMatch(recipient -> recipient.state() == State.SENT);
        var mine = jdbc.sql(
                        """
                        update fl_outbox set state = :state, next_at = :next, claimed_by = null,
                            last_problem = coalesce(:problem, last_problem), sent_at = coalesce(sent_at, :sentAt),
                            possible_duplicate = possible_duplicate or :duplicate
                        where id = :id and claimed_by = :claimant
                        """)
                .param("state", after.state().name())
                .param("next", next == null ? null : Timestamp.from(next))
                .param("problem", cut(problem))
                .param("sentAt", sent ? now : null)
                .param("duplicate", after.possibleDuplicate())
                .param("id", after.id())
                .param("claimant", claimant)
                .update();
        if (mine == 0) {
            return false;
        }
        if (after.state() != State.PENDING) {
            strikeOutSecret(after.id());
        }
        if (!after.files().isEmpty() && after.state() != State.PENDING) {
            // The conversation keeps them.
            jdbc.sql("delete from fl_outbox_file where outbox = :id")
                    .param("id", after.id())
                    .update();
        }
        for (var recipient : settled) {
            jdbc.sql(
                            """
                            update fl_outbox_recipient set state = :state, problem = :problem, settled_at = :now, told = :told
                            where outbox = :id and place = :place and state = 'PENDING'
                            """)
                    .param("state", recipient.state().name())
                    .param("problem", cut(recipient.problem()))
                    .param("now", now)
                    .param("told", told)
                    .param("id", after.id())
                    .param("place", recipient.place())
                    .update();
        }
        return true;
    }

    /** Nobody needs it here any more once the mail has left, or never will. */
    private void strikeOutSecret(long id) {
        jdbc.sql(
                        """
                        update fl_outbox set text = replace(text, secret, :struckOut), html = replace(html, secret, :struckOut),
                            secret = :struckOut
                        where id = :id and secret <> :struckOut
                        """)
                .param("struckOut", OutgoingMail.STRUCK_OUT)
                .param("id", id)
                .update();
    }

    /** Notes that the flows have heard of all settled recipients; see {@link #settle} for the rest. */
    void told(String claimant, QueuedMail mail, @Nullable Instant next) {
        jdbc.sql("update fl_outbox set next_at = :next, claimed_by = null where id = :id and claimed_by = :claimant")
                .param("next", next == null ? null : Timestamp.from(next))
                .param("id", mail.id())
                .param("claimant", claimant)
                .update();
        jdbc.sql("update fl_outbox_recipient set told = true where outbox = :id and state <> 'PENDING'")
                .param("id", mail.id())
                .update();
    }

    /** A mail by its Message-ID, unless it was suppressed. */
    Optional<QueuedMail> byMessageId(String messageId) {
        return jdbc.sql("select * from fl_outbox where message_id = :id and state <> 'SUPPRESSED'")
                .param("id", messageId)
                .query((row, n) -> mail(row))
                .optional()
                .map(row -> row.with(recipients(List.of(row.id())).getOrDefault(row.id(), List.of())));
    }

    /** Marks a recipient as not reached after all. False if that was known already. */
    boolean bounce(QueuedMail mail, QueuedMail.Recipient recipient, String reason) {
        return jdbc.sql(
                                """
                                update fl_outbox_recipient
                                set state = 'BOUNCED', problem = :reason, settled_at = :now, told = true
                                where outbox = :id and place = :place and state in ('PENDING', 'SENT')
                                """)
                        .param("reason", cut(reason))
                        .param("now", Timestamp.from(clock.instant()))
                        .param("id", mail.id())
                        .param("place", recipient.place())
                        .update()
                == 1;
    }

    /** Notes on the mail what was reported of it; one that nobody got any more counts as bounced as a whole. */
    void reported(QueuedMail after, String reason) {
        jdbc.sql("update fl_outbox set state = :state, last_problem = :reason where id = :id")
                .param("state", after.state().name())
                .param("reason", cut(reason))
                .param("id", after.id())
                .update();
    }

    /**
     * @param where with {@code :value} where it needs one
     */
    List<Delivery> deliveries(String where, String order, @Nullable String value) {
        return jdbc.sql(
                        """
                        select o.business_key, o.purpose, o.message_id, o.to_client, o.possible_duplicate,
                            r.address, r.state, r.problem, r.settled_at
                        from fl_outbox o join fl_outbox_recipient r on r.outbox = o.id
                        where %s order by %s fetch first 200 rows only
                        """
                                .formatted(where, order))
                .param("value", value)
                .query((row, n) -> new Delivery(
                        row.getString("business_key"),
                        row.getString("purpose"),
                        row.getString("message_id"),
                        row.getString("address"),
                        row.getBoolean("to_client"),
                        State.valueOf(row.getString("state")),
                        row.getString("problem"),
                        instant(row.getTimestamp("settled_at")),
                        row.getBoolean("possible_duplicate")))
                .list();
    }

    private Map<Long, List<QueuedMail.Recipient>> recipients(List<Long> ids) {
        var byMail = new HashMap<Long, List<QueuedMail.Recipient>>();
        jdbc.sql("select * from fl_outbox_recipient where outbox in (:ids) order by outbox, place")
                .param("ids", ids)
                .query(row -> {
                    byMail.computeIfAbsent(row.getLong("outbox"), id -> new ArrayList<>())
                            .add(new QueuedMail.Recipient(
                                    row.getInt("place"),
                                    row.getString("address"),
                                    row.getString("name"),
                                    State.valueOf(row.getString("state")),
                                    row.getString("problem"),
                                    row.getBoolean("told")));
                });
        return byMail;
    }

    private Map<Long, List<MailFile>> files(List<Long> ids) {
        var byMail = new HashMap<Long, List<MailFile>>();
        if (ids.isEmpty()) {
            return byMail;
        }
        jdbc.sql("select * from fl_outbox_file where outbox in (:ids) order by outbox, place")
                .param("ids", ids)
                .query(row -> {
                    byMail.computeIfAbsent(row.getLong("outbox"), id -> new ArrayList<>())
                            .add(new MailFile(row.getString("name"), row.getString("type"), row.getBytes("content")));
                });
        return byMail;
    }

    private static QueuedMail mail(ResultSet row) throws SQLException {
        return new QueuedMail(
                row.getLong("id"),
                row.getString("message_id"),
                row.getString("business_key"),
                row.getString("purpose"),
                row.getString("subject"),
                row.getString("text"),
                row.getString("html"),
                row.getString("in_reply_to"),
                row.getString("thread"),
                row.getBoolean("automatic"),
                row.getBoolean("to_client"),
                Optional.ofNullable(instant(row.getTimestamp("next_at")))
                        .orElse(row.getTimestamp("handed_in_at").toInstant()),
                row.getInt("tries") + 1,
                row.getBoolean("possible_duplicate") || row.getString("claimed_by") != null,
                List.of(),
                row.getBoolean("takes_files"),
                List.of());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable String cut(@Nullable String problem) {
        return problem == null ? null : SafeText.line(problem, PROBLEM_LENGTH);
    }
}
