package agency.frontline.touchbase;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Days that matter to people at a client's, and one kind idea for each of them; a person does it, never a mail (C-66). */
@Component
@Transactional
public class Thoughtfulness {

    private final JdbcClient jdbc;
    private final Clock clock;

    Thoughtfulness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A day that comes. */
    public record ComingDay(String contact, String what, LocalDate day) {}

    /**
     * A kind idea that nobody has carried out yet.
     *
     * @param by null for any day
     */
    public record Idea(String contact, String idea, @Nullable LocalDate by) {}

    public void note(String client, String contact, Talk.Milestone milestone) {
        jdbc.sql(
                        """
                        insert into fl_milestone (client, contact, what, local_day, each_year)
                        values (:client, :contact, :what, :day, :eachYear)
                        """)
                .param("client", client)
                .param("contact", contact)
                .param("what", milestone.what())
                .param("day", Date.valueOf(milestone.day()))
                .param("eachYear", milestone.eachYear())
                .update();
    }

    /** The days of the client's people from today on, those of every year included. */
    @Transactional(readOnly = true)
    public List<ComingDay> coming(String client, LocalDate today, int days) {
        record Row(String contact, String what, LocalDate day, boolean eachYear) {}
        return jdbc
                .sql("select * from fl_milestone where client = :client order by id")
                .param("client", client)
                .query((row, n) -> new Row(
                        row.getString("contact"),
                        row.getString("what"),
                        row.getDate("local_day").toLocalDate(),
                        row.getBoolean("each_year")))
                .list()
                .stream()
                .map(row -> new ComingDay(
                        row.contact(), row.what(), row.eachYear() ? next(MonthDay.from(row.day()), today) : row.day()))
                .filter(coming -> !coming.day().isBefore(today) && coming.day().isBefore(today.plusDays(days)))
                .toList();
    }

    private static LocalDate next(MonthDay day, LocalDate today) {
        var thisYear = day.atYear(today.getYear());
        return thisYear.isBefore(today) ? day.atYear(today.getYear() + 1) : thisYear;
    }

    /** The idea that is open for this person; at most one is. */
    @Transactional(readOnly = true)
    public Optional<Idea> open(String contact) {
        return jdbc.sql("select * from fl_thoughtful_touch where contact = :contact and done_at is null")
                .param("contact", contact)
                .query((row, n) -> {
                    var by = row.getDate("by_day");
                    return new Idea(
                            row.getString("contact"), row.getString("idea"), by == null ? null : by.toLocalDate());
                })
                .optional();
    }

    /** A new idea takes the place of one that is open. */
    public void think(String client, String contact, String idea, @Nullable LocalDate by) {
        jdbc.sql("delete from fl_thoughtful_touch where contact = :contact and done_at is null")
                .param("contact", contact)
                .update();
        jdbc.sql(
                        """
                        insert into fl_thoughtful_touch (client, contact, idea, by_day, noted_at)
                        values (:client, :contact, :idea, :by, :now)
                        """)
                .param("client", client)
                .param("contact", contact)
                .param("idea", idea)
                .param("by", by == null ? null : Date.valueOf(by))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public void done(String contact) {
        jdbc.sql("update fl_thoughtful_touch set done_at = :now where contact = :contact and done_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("contact", contact)
                .update();
    }
}
