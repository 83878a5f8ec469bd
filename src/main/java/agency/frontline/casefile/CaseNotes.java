package agency.frontline.casefile;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What happened to a case beside the steps of its process: a changed owner, a logged contact, a file somebody read. */
@Component
@Transactional
public class CaseNotes {

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseNotes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param kind UPPER_SNAKE, such as {@code OWNER_CHANGED}
     * @param who user id, or {@code system}
     */
    public record Note(Instant at, String who, String kind, String text) {}

    public void add(String businessKey, String who, String kind, String text) {
        jdbc.sql("insert into fl_case_note (business_key, at, who, kind, text) values (:key, :at, :who, :kind, :text)")
                .param("key", businessKey)
                .param("at", Timestamp.from(clock.instant()))
                .param("who", who)
                .param("kind", kind)
                .param("text", text)
                .update();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<Note> of(String businessKey) {
        return jdbc.sql("select at, who, kind, text from fl_case_note where business_key = :key order by at, id")
                .param("key", businessKey)
                .query((row, n) -> new Note(
                        row.getTimestamp("at").toInstant(),
                        row.getString("who"),
                        row.getString("kind"),
                        row.getString("text")))
                .list();
    }
}
