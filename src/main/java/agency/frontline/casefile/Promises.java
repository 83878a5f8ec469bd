package agency.frontline.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we promised clients, and how many of those promises we kept (C-21, C-28). */
@Component
@Transactional
public class Promises {

    private final JdbcClient jdbc;
    private final Clock clock;

    Promises(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param due the moment by which it must be kept
     * @param outcome KEPT, RELEASED or BROKEN; null while open
     */
    public record Promise(
            String id,
            String businessKey,
            String what,
            String owner,
            Instant due,
            @Nullable String outcome,
            @Nullable Instant endedAt,
            @Nullable String note) {}

    /** How many promises to a client were kept, of all that ended or are overdue. */
    public record Kept(int kept, int of) {}

    /** @return the promise's id */
    public String make(String businessKey, String client, String what, String owner, Instant due) {
        var id = UUID.randomUUID().toString();
        jdbc.sql(
                        """
                        insert into fl_promise (id, business_key, client, what, owner, due, made_at)
                        values (:id, :key, :client, :what, :owner, :due, :madeAt)
                        """)
                .param("id", id)
                .param("key", businessKey)
                .param("client", client)
                .param("what", what)
                .param("owner", owner)
                .param("due", Timestamp.from(due))
                .param("madeAt", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /**
     * The open promises of a case that ended in another one are that one's from now on.
     *
     * @return those, by date
     */
    public List<Promise> takeOver(String merged, String survivor) {
        var open =
                of(merged).stream().filter(promise -> promise.outcome() == null).toList();
        jdbc.sql("update fl_promise set business_key = :survivor where business_key = :merged and outcome is null")
                .param("survivor", survivor)
                .param("merged", merged)
                .update();
        return open;
    }

    public void giveTo(String id, String owner) {
        jdbc.sql("update fl_promise set owner = :owner where id = :id")
                .param("owner", owner)
                .param("id", id)
                .update();
    }

    /** Nobody waits for the open promises of this case any more. */
    public void release(String businessKey, String note) {
        jdbc.sql(
                        """
                        update fl_promise set outcome = 'RELEASED', note = :note, ended_at = :at
                        where business_key = :key and outcome is null
                        """)
                .param("note", note)
                .param("at", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    public void end(String id, String outcome, String note) {
        jdbc.sql("update fl_promise set outcome = :outcome, note = :note, ended_at = :at where id = :id")
                .param("outcome", outcome)
                .param("note", note)
                .param("at", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** The promises of a case, by date. */
    @Transactional(readOnly = true)
    public List<Promise> of(String businessKey) {
        return jdbc.sql("select * from fl_promise where business_key = :key order by due, id")
                .param("key", businessKey)
                .query(Promises::promise)
                .list();
    }

    /** What this client is waiting for, by date (C-69). */
    @Transactional(readOnly = true)
    public List<Promise> openOfClient(String client) {
        return jdbc.sql("select * from fl_promise where client = :client and outcome is null order by due, id")
                .param("client", client)
                .query(Promises::promise)
                .list();
    }

    private static Promise promise(ResultSet row, int number) throws SQLException {
        var ended = row.getTimestamp("ended_at");
        return new Promise(
                row.getString("id"),
                row.getString("business_key"),
                row.getString("what"),
                row.getString("owner"),
                row.getTimestamp("due").toInstant(),
                row.getString("outcome"),
                ended == null ? null : ended.toInstant(),
                row.getString("note"));
    }

    /**
     * Kept on time, of all promises to this client that were due in the last days; released ones do not count.
     *
     * @param days how far back
     */
    @Transactional(readOnly = true)
    public Kept kept(String client, int days) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select count(case when outcome = 'KEPT' and ended_at <= due then 1 end) kept, count(*) total
                        from fl_promise
                        where client = :client and due >= :since
                            and (outcome in ('KEPT', 'BROKEN') or outcome is null and due <= :now)
                        """)
                .param("client", client)
                .param("since", Timestamp.from(now.minus(Duration.ofDays(days))))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Kept(row.getInt("kept"), row.getInt("total")))
                .single();
    }
}
