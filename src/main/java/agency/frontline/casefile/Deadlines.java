package agency.frontline.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The dates a case has promised, each with the sentence that explains it. */
@Component
@Transactional
public class Deadlines {

    private final JdbcClient jdbc;
    private final Clock clock;

    Deadlines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Sets or moves a deadline; a moved one is open again. */
    public void set(String businessKey, String name, Instant due, String why) {
        int moved = jdbc.sql(
                        """
                        update fl_deadline set due = :due, why = :why, met_at = null
                        where business_key = :key and name = :name
                        """)
                .param("due", Timestamp.from(due))
                .param("why", why)
                .param("key", businessKey)
                .param("name", name)
                .update();
        if (moved == 0) {
            jdbc.sql("insert into fl_deadline (business_key, name, due, why) values (:key, :name, :due, :why)")
                    .param("key", businessKey)
                    .param("name", name)
                    .param("due", Timestamp.from(due))
                    .param("why", why)
                    .update();
        }
    }

    /** Notes that a deadline was kept (or met late); the first time stands. */
    public void met(String businessKey, String name, Instant at) {
        jdbc.sql(
                        """
                        update fl_deadline set met_at = :at
                        where business_key = :key and name = :name and met_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("key", businessKey)
                .param("name", name)
                .update();
    }

    /** What was thought to have met it has not: it is open again. */
    public void reopen(String businessKey, String name) {
        jdbc.sql("update fl_deadline set met_at = null where business_key = :key and name = :name")
                .param("key", businessKey)
                .param("name", name)
                .update();
    }

    /** Forgets deadlines that are owed no more. */
    public void drop(String businessKey, String... names) {
        jdbc.sql("delete from fl_deadline where business_key = :key and name in (:names) and met_at is null")
                .param("key", businessKey)
                .param("names", List.of(names))
                .update();
    }

    /** How many deadlines of one name were met in time, of all that were met or have passed. */
    public record Punctual(int onTime, int of) {}

    /**
     * How punctual we were with a client.
     *
     * @param name of the deadlines, in whatever case
     * @param days how far back they were due
     */
    @Transactional(readOnly = true)
    public Punctual punctual(String client, String name, int days) {
        var now = clock.instant();
        return jdbc.sql(
                        """
                        select count(case when d.met_at <= d.due then 1 end) on_time, count(*) total
                        from fl_case c join fl_deadline d on d.business_key = c.business_key
                        where c.client = :client and d.name = :name and d.due >= :since
                            and (d.met_at is not null or d.due <= :now)
                        """)
                .param("client", client)
                .param("name", name)
                .param("since", Timestamp.from(now.minus(Duration.ofDays(days))))
                .param("now", Timestamp.from(now))
                .query((row, n) -> new Punctual(row.getInt("on_time"), row.getInt("total")))
                .single();
    }

    @Transactional(readOnly = true)
    public Optional<Deadline> find(String businessKey, String name) {
        return of(businessKey).stream().filter(d -> d.name().equals(name)).findFirst();
    }

    @Transactional(readOnly = true)
    public List<Deadline> of(String businessKey) {
        return jdbc.sql("select * from fl_deadline where business_key = :key order by due, name")
                .param("key", businessKey)
                .query((row, n) -> {
                    var met = row.getTimestamp("met_at");
                    return new Deadline(
                            row.getString("business_key"),
                            row.getString("name"),
                            row.getTimestamp("due").toInstant(),
                            row.getString("why"),
                            met == null ? null : met.toInstant());
                })
                .list();
    }
}
