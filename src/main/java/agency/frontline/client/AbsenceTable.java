package agency.frontline.client;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Absences as rows; a person's do not overlap. */
@Component
class AbsenceTable {

    private final JdbcClient jdbc;
    private final Clock clock;

    AbsenceTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Those that last until this day or longer, the earliest first. */
    List<Absence> lastingUntil(LocalDate day) {
        return jdbc.sql("select * from fl_absence where last_day >= :day order by first_day, person")
                .param("day", day)
                .query((row, number) -> absence(row))
                .list();
    }

    List<Absence> of(String person) {
        return jdbc.sql("select * from fl_absence where person = :person order by first_day")
                .param("person", person)
                .query((row, number) -> absence(row))
                .list();
    }

    /** The codes of the clients whose account manager is one of these. */
    List<String> clientsOf(Collection<String> accountManagers) {
        return jdbc.sql("select client_code from fl_client where account_manager in (:managers) order by client_code")
                .param("managers", accountManagers)
                .query(String.class)
                .list();
    }

    void insert(Absence absence, String recordedBy) {
        jdbc.sql(
                        """
                        insert into fl_absence (person, first_day, last_day, deputy, recorded_by, recorded_at)
                        values (:person, :from, :until, :deputy, :by, :at)
                        """)
                .param("person", absence.person())
                .param("from", absence.from())
                .param("until", absence.until())
                .param("deputy", absence.deputy())
                .param("by", recordedBy)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void update(Absence absence, String recordedBy) {
        jdbc.sql(
                        """
                        update fl_absence set last_day = :until, deputy = :deputy, recorded_by = :by, recorded_at = :at
                        where person = :person and first_day = :from
                        """)
                .param("person", absence.person())
                .param("from", absence.from())
                .param("until", absence.until())
                .param("deputy", absence.deputy())
                .param("by", recordedBy)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    void delete(Absence absence) {
        jdbc.sql("delete from fl_absence where person = :person and first_day = :from")
                .param("person", absence.person())
                .param("from", absence.from())
                .update();
    }

    private static Absence absence(ResultSet row) throws SQLException {
        return new Absence(
                row.getString("person"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getString("deputy"));
    }
}
