package agency.frontline.mail;

import agency.frontline.text.SafeText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every mail that reached us, as it came, and what became of it. Nothing is taken out of here when a mail is read. */
@Component
@Transactional
public class Inbox {

    private static final int PROBLEM_LENGTH = 1000;
    private static final int RECIPIENTS_LENGTH = 1000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Inbox(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Where a mail stands. */
    public enum State {
        /** Stored, still to be read, or to be tried again. */
        PENDING,
        DONE,
        /** Could not be brought anywhere; a person must look at its source. */
        SET_ASIDE
    }

    /** What became of a mail. */
    public enum Outcome {
        /** A case was opened. */
        OPENED,
        /** It went to its case, or to a new one that carries on a closed one. */
        ADDED,
        /** A person looks at it first. */
        SENDER_UNKNOWN,
        /** The same mail had come before. */
        REPEATED,
        /** Reported that a mail of ours did not arrive. */
        BOUNCED,
        /** A report about mails that are none of ours, or that needs nobody. */
        IGNORED,
        /** Our own mail came back. */
        OWN
    }

    /**
     * A mail to be stored.
     *
     * @param mailbox account and folder
     * @param receivedAt when it reached that mailbox
     * @param size in bytes, by the server's word
     * @param headerOnly the raw source ends with its header, for the mail is larger than we take
     */
    record Arrival(
            String mailbox,
            long uidValidity,
            long uid,
            Instant receivedAt,
            long size,
            boolean headerOnly,
            byte[] raw) {}

    /** A stored mail. */
    record Stored(
            long id,
            Instant receivedAt,
            String messageId,
            String bodyHash,
            long size,
            boolean headerOnly,
            byte[] raw,
            int tries) {}

    /** Which mail it was before this one. */
    record Earlier(State state, @Nullable String businessKey, String bodyHash, @Nullable String recipients) {}

    /**
     * A mail that nobody could bring anywhere.
     *
     * @param problem what went wrong, for a person
     * @param businessKey the inquiry that shows it to somebody; null when not even that could be opened
     */
    public record SetAside(
            long id,
            Instant receivedAt,
            String messageId,
            @Nullable String sender,
            int tries,
            String problem,
            @Nullable String businessKey) {}

    /**
     * Stores a mail once. Returns whether it is new.
     *
     * @throws DuplicateKeyException if another node stored it at this moment
     */
    boolean store(Arrival mail) throws DuplicateKeyException {
        if (knows(mail.mailbox(), mail.uidValidity(), mail.uid())) {
            return false;
        }
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                            insert into fl_inbox (mailbox, uid_validity, uid, received_at, stored_at, message_id,
                                body_hash, size, header_only, raw, state, tries, next_try_at)
                            values (:mailbox, :validity, :uid, :received, :now, :messageId,
                                :hash, :size, :headerOnly, :raw, 'PENDING', 0, :now)
                            """)
                .param("mailbox", mail.mailbox())
                .param("validity", mail.uidValidity())
                .param("uid", mail.uid())
                .param("received", Timestamp.from(mail.receivedAt()))
                .param("now", now)
                .param("messageId", MailReader.messageId(mail.raw()))
                .param("hash", MailReader.bodyHash(mail.raw()))
                .param("size", mail.size())
                .param("headerOnly", mail.headerOnly())
                .param("raw", mail.raw())
                .update();
        return true;
    }

    @Transactional(readOnly = true)
    boolean knows(String mailbox, long uidValidity, long uid) {
        return jdbc.sql(
                                "select count(*) from fl_inbox where mailbox = :mailbox and uid_validity = :validity and uid = :uid")
                        .param("mailbox", mailbox)
                        .param("validity", uidValidity)
                        .param("uid", uid)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The highest UID that was stored of this mailbox; empty before the first. */
    @Transactional(readOnly = true)
    Optional<Long> lastUid(String mailbox, long uidValidity) {
        return jdbc.sql("select max(uid) from fl_inbox where mailbox = :mailbox and uid_validity = :validity")
                .param("mailbox", mailbox)
                .param("validity", uidValidity)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Long.class)))
                .single();
    }

    /** Whether a mail with this Message-ID has ever come to any mailbox. */
    @Transactional(readOnly = true)
    boolean knows(String messageId) {
        return jdbc.sql("select count(*) from fl_inbox where message_id = :id")
                        .param("id", messageId)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** The UID after which all mail is ours to read; empty for a mailbox that was never looked at under these numbers. */
    @Transactional(readOnly = true)
    Optional<Long> startUid(String mailbox, long uidValidity) {
        return jdbc.sql("select start_uid from fl_mailbox where mailbox = :mailbox and uid_validity = :validity")
                .param("mailbox", mailbox)
                .param("validity", uidValidity)
                .query(Long.class)
                .optional();
    }

    /** When any folder of this account was last looked at, to the hour; empty before the first time. */
    @Transactional(readOnly = true)
    Optional<Instant> lastLook(String account) {
        return jdbc.sql("select max(looked_at) from fl_mailbox where substring(mailbox from 1 for :length) = :account")
                .param("length", account.length() + 1)
                .param("account", account + "/")
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Notes that all that waited in the mailbox was seen to; with the first time, where reading starts. */
    void looked(String mailbox, long uidValidity, long startUid) {
        var now = clock.instant();
        var hour = jdbc.sql("select looked_at from fl_mailbox where mailbox = :mailbox and uid_validity = :validity")
                .param("mailbox", mailbox)
                .param("validity", uidValidity)
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
        if (hour.isEmpty()) {
            jdbc.sql(
                            "insert into fl_mailbox (mailbox, uid_validity, start_uid, looked_at) values (:mailbox, :validity, :start, :now)")
                    .param("mailbox", mailbox)
                    .param("validity", uidValidity)
                    .param("start", startUid)
                    .param("now", Timestamp.from(now))
                    .update();
        } else if (hour.get().plus(Duration.ofHours(1)).isBefore(now)) {
            jdbc.sql("update fl_mailbox set looked_at = :now where mailbox = :mailbox and uid_validity = :validity")
                    .param("mailbox", mailbox)
                    .param("validity", uidValidity)
                    .param("now", Timestamp.from(now))
                    .update();
        }
    }

    /** When the next mail that waits is to be read after this moment. */
    @Transactional(readOnly = true)
    Optional<Instant> nextDue(Instant after) {
        return jdbc.sql("select min(next_try_at) from fl_inbox where state = 'PENDING' and next_try_at > :after")
                .param("after", Timestamp.from(after))
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Ids of mails that wait and whose time has come, oldest first. */
    @Transactional(readOnly = true)
    List<Long> due(int most) {
        return jdbc.sql(
                        """
                        select id from fl_inbox where state = 'PENDING' and next_try_at <= :now
                        order by id fetch first :most rows only
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", most)
                .query(Long.class)
                .list();
    }

    @Transactional(readOnly = true)
    Stored get(long id) {
        return jdbc.sql("select * from fl_inbox where id = :id")
                .param("id", id)
                .query((row, n) -> new Stored(
                        row.getLong("id"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("message_id"),
                        row.getString("body_hash"),
                        row.getLong("size"),
                        row.getBoolean("header_only"),
                        row.getBytes("raw"),
                        row.getInt("tries")))
                .single();
    }

    /** Holds a waiting mail until the transaction ends; false if somebody else holds it or it waits no more. */
    boolean hold(long id) {
        return !jdbc.sql("select id from fl_inbox where id = :id and state = 'PENDING' for update skip locked")
                .param("id", id)
                .query(Long.class)
                .list()
                .isEmpty();
    }

    /** The first mail with this Message-ID that came before the given one and was not itself a repetition. */
    Optional<Earlier> before(long id, String messageId, String bodyHash) {
        return jdbc.sql(
                        """
                        select state, business_key, body_hash, recipients from fl_inbox
                        where message_id = :messageId and id < :id and (outcome is null or outcome <> 'REPEATED')
                        order by case when body_hash = :hash then 0 else 1 end, id fetch first row only
                        """)
                .param("messageId", messageId)
                .param("hash", bodyHash)
                .param("id", id)
                .query((row, n) -> new Earlier(
                        State.valueOf(row.getString("state")),
                        row.getString("business_key"),
                        row.getString("body_hash"),
                        row.getString("recipients")))
                .optional();
    }

    /** Whether a mail with one of these Message-IDs came before the given one and still waits. */
    boolean anyWaits(long id, List<String> messageIds) {
        return !messageIds.isEmpty()
                && !jdbc.sql(
                                """
                                select id from fl_inbox where message_id in (:ids) and state = 'PENDING' and id < :id
                                fetch first row only
                                """)
                        .param("ids", messageIds)
                        .param("id", id)
                        .query(Long.class)
                        .list()
                        .isEmpty();
    }

    /** Cases that took mails with the same content from the same sender since then, newest first. */
    List<String> sameContent(String sender, String contentHash, Instant since) {
        return jdbc.sql(
                        """
                        select business_key from fl_inbox
                        where sender = :sender and content_hash = :hash and handled_at >= :since
                            and business_key is not null and outcome in ('OPENED', 'ADDED', 'SENDER_UNKNOWN')
                        order by id desc fetch first 100 rows only
                        """)
                .param("sender", sender)
                .param("hash", contentHash)
                .param("since", Timestamp.from(since))
                .query(String.class)
                .list();
    }

    void done(
            long id,
            Outcome outcome,
            @Nullable String businessKey,
            String sender,
            List<String> recipients,
            @Nullable String contentHash) {
        jdbc.sql(
                        """
                        update fl_inbox set state = 'DONE', outcome = :outcome, business_key = :key, sender = :sender,
                            recipients = :recipients, content_hash = :hash, handled_at = :now, tries = tries + 1
                        where id = :id
                        """)
                .param("outcome", outcome.name())
                .param("key", businessKey)
                .param("sender", sender)
                .param("recipients", SafeText.line(String.join(" ", recipients), RECIPIENTS_LENGTH))
                .param("hash", contentHash)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Tries the mail again after the delay. */
    void retry(long id, Duration delay, String problem) {
        jdbc.sql(
                        """
                        update fl_inbox set tries = tries + 1, next_try_at = :next, problem = :problem
                        where id = :id and state = 'PENDING'
                        """)
                .param("next", Timestamp.from(clock.instant().plus(delay)))
                .param("problem", SafeText.line(problem, PROBLEM_LENGTH))
                .param("id", id)
                .update();
    }

    /** Waits for an earlier mail to be done first; no try is used up. */
    void postpone(long id, Duration delay) {
        jdbc.sql("update fl_inbox set next_try_at = :next where id = :id and state = 'PENDING'")
                .param("next", Timestamp.from(clock.instant().plus(delay)))
                .param("id", id)
                .update();
    }

    void setAside(long id, String problem, @Nullable String sender, @Nullable String businessKey) {
        jdbc.sql(
                        """
                        update fl_inbox set state = 'SET_ASIDE', tries = tries + 1, problem = :problem,
                            sender = :sender, business_key = :key, handled_at = :now
                        where id = :id
                        """)
                .param("problem", SafeText.line(problem, PROBLEM_LENGTH))
                .param("sender", sender)
                .param("key", businessKey)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** The mails that a person must look at, newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<SetAside> setAside() {
        return jdbc.sql(
                        """
                        select id, received_at, message_id, sender, tries, problem, business_key from fl_inbox
                        where state = 'SET_ASIDE' order by id desc fetch first 200 rows only
                        """)
                .query(Inbox::aside)
                .list();
    }

    /** The source of a mail as it came over the wire. */
    @Transactional(readOnly = true)
    public Optional<byte[]> source(long id) {
        return jdbc.sql("select raw from fl_inbox where id = :id")
                .param("id", id)
                .query((row, n) -> row.getBytes("raw"))
                .optional();
    }

    /** Gives a mail that was set aside another try, after whatever stood in its way is mended. */
    public void tryAgain(long id) {
        jdbc.sql(
                        "update fl_inbox set state = 'PENDING', tries = 0, next_try_at = :now where id = :id and state = 'SET_ASIDE'")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    private static SetAside aside(ResultSet row, int number) throws SQLException {
        return new SetAside(
                row.getLong("id"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("message_id"),
                row.getString("sender"),
                row.getInt("tries"),
                row.getString("problem"),
                row.getString("business_key"));
    }
}
