package agency.frontline.lesson;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was learned and finds it again when something similar happens (C-17). */
@Component
@Transactional
public class Lessons {

    private static final int AT_MOST = 3;

    private final JdbcClient jdbc;
    private final Clock clock;

    Lessons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps a lesson; a second one of the same case (it was reopened in between) takes the place of the first. */
    public void learn(Lesson lesson) {
        jdbc.sql("delete from fl_lesson_offer where lesson = :key")
                .param("key", lesson.businessKey())
                .update();
        jdbc.sql("delete from fl_lesson where business_key = :key")
                .param("key", lesson.businessKey())
                .update();
        jdbc.sql(
                        """
                        insert into fl_lesson (business_key, client, kind, disciplines, cause, sign, what_to_do, effort_felt, learned_at)
                        values (:key, :client, :kind, :disciplines, :cause, :sign, :whatToDo, :effort, :at)
                        """)
                .param("key", lesson.businessKey())
                .param("client", lesson.client())
                .param("kind", lesson.kind())
                .param("disciplines", "," + String.join(",", lesson.disciplines()) + ",")
                .param("cause", lesson.cause())
                .param("sign", lesson.sign())
                .param("whatToDo", lesson.whatToDo())
                .param("effort", lesson.effortFelt())
                .param("at", Timestamp.from(lesson.learnedAt()))
                .update();
    }

    /**
     * At most three lessons for a case whose kind nobody knows yet: those of the same client first, then the newest of
     * others; each offer is noted.
     */
    public void offer(String businessKey, String client) {
        var similar = jdbc.sql(
                        """
                        select * from fl_lesson where business_key <> :key and client = :client
                        order by learned_at desc fetch first 3 rows only
                        """)
                .param("key", businessKey)
                .param("client", client)
                .query(Lessons::lesson)
                .list();
        similar.forEach(lesson -> note(businessKey, lesson));
    }

    /** The same, once kind and disciplines are known (a case that is diagnosed again). */
    public void offer(String businessKey, String client, String kind, List<String> disciplines) {
        var similar = jdbc
                .sql(
                        """
                        select * from fl_lesson where business_key <> :key and (client = :client or kind = :kind)
                        order by learned_at desc fetch first 100 rows only
                        """)
                .param("key", businessKey)
                .param("client", client)
                .param("kind", kind)
                .query(Lessons::lesson)
                .list()
                .stream()
                .sorted((a, b) ->
                        Integer.compare(likeness(b, client, kind, disciplines), likeness(a, client, kind, disciplines)))
                .limit(AT_MOST)
                .toList();
        similar.forEach(lesson -> note(businessKey, lesson));
    }

    private static int likeness(Lesson lesson, String client, String kind, List<String> disciplines) {
        return (lesson.client().equals(client) ? 2 : 0)
                + (lesson.kind().equals(kind) ? 2 : 0)
                + (lesson.disciplines().stream().anyMatch(disciplines::contains) ? 1 : 0);
    }

    private void note(String businessKey, Lesson lesson) {
        jdbc.sql(
                        """
                        insert into fl_lesson_offer (business_key, lesson, offered_at)
                        select :key, :lesson, :at from fl_lesson where business_key = :lesson and not exists
                            (select 1 from fl_lesson_offer where business_key = :key and lesson = :lesson)
                        """)
                .param("key", businessKey)
                .param("lesson", lesson.businessKey())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** What was offered to a case last, at most three; of those offered at the same time, the newest lesson first. */
    @Transactional(readOnly = true)
    public List<Lesson> offered(String businessKey) {
        return jdbc.sql(
                        """
                        select l.* from fl_lesson_offer o join fl_lesson l on l.business_key = o.lesson
                        where o.business_key = :key
                        order by o.offered_at desc, l.learned_at desc fetch first 3 rows only
                        """)
                .param("key", businessKey)
                .query(Lessons::lesson)
                .list();
    }

    /**
     * Notes whether the offered lessons helped.
     *
     * @param help USED or NOT_RELEVANT
     */
    public void helped(String businessKey, String help) {
        jdbc.sql("update fl_lesson_offer set help = :help where business_key = :key")
                .param("help", help)
                .param("key", businessKey)
                .update();
    }

    private static Lesson lesson(ResultSet row, int number) throws SQLException {
        return new Lesson(
                row.getString("business_key"),
                row.getString("client"),
                row.getString("kind"),
                Arrays.stream(row.getString("disciplines").split(","))
                        .filter(tag -> !tag.isEmpty())
                        .toList(),
                row.getString("cause"),
                row.getString("sign"),
                row.getString("what_to_do"),
                row.getObject("effort_felt", Integer.class),
                row.getTimestamp("learned_at").toInstant());
    }
}
