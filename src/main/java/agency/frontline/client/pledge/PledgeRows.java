package agency.frontline.client.pledge;

import agency.frontline.client.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Pledges as rows. */
@Component
class PledgeRows {

    private final JdbcClient jdbc;

    PledgeRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Pledge> all(String client) {
        return jdbc.sql("select * from fl_pledge where client = :client order by version")
                .param("client", client)
                .query(PledgeRows::pledge)
                .list();
    }

    Optional<Pledge> find(String client, int version) {
        return jdbc.sql("select * from fl_pledge where client = :client and version = :version")
                .param("client", client)
                .param("version", version)
                .query(PledgeRows::pledge)
                .optional();
    }

    Optional<Pledge> newest(String client) {
        return jdbc.sql(
                        """
                        select * from fl_pledge where client = :client
                            and version = (select max(version) from fl_pledge where client = :client)
                        """)
                .param("client", client)
                .query(PledgeRows::pledge)
                .optional();
    }

    Optional<Pledge> newestAccepted(String client) {
        return jdbc.sql(
                        """
                        select * from fl_pledge where client = :client and version =
                            (select max(version) from fl_pledge where client = :client and outcome = 'ACCEPTED')
                        """)
                .param("client", client)
                .query(PledgeRows::pledge)
                .optional();
    }

    void delete(Pledge draft) {
        jdbc.sql("delete from fl_pledge where client = :client and version = :version")
                .param("client", draft.client())
                .param("version", draft.version())
                .update();
    }

    void insert(Pledge pledge) {
        var terms = pledge.terms();
        jdbc.sql(
                        """
                        insert into fl_pledge (client, version, response_hours, rhythm_days, report_days, bad_news,
                            bad_news_hours, decider, decider_contact, decision_way, further, drafted_by, drafted_at,
                            drafted_in)
                        values (:client, :version, :hours, :rhythm, :report, :badNews, :badNewsHours, :decider,
                            :deciderContact, :decisionWay, :further, :by, :at, :in)
                        """)
                .param("client", pledge.client())
                .param("version", pledge.version())
                .param(
                        "hours",
                        terms.responseHours().entrySet().stream()
                                .map(entry -> entry.getKey() + "=" + entry.getValue())
                                .collect(Collectors.joining("\n")))
                .param("rhythm", terms.rhythmDays())
                .param("report", terms.reportDays())
                .param("badNews", terms.badNews().name())
                .param("badNewsHours", terms.badNewsHours())
                .param("decider", terms.decider())
                .param("deciderContact", terms.deciderContact())
                .param("decisionWay", terms.decisionWay())
                .param("further", String.join("\n", terms.further()))
                .param("by", pledge.draftedBy())
                .param("at", Timestamp.from(pledge.draftedAt()))
                .param("in", pledge.draftedIn())
                .update();
    }

    void sent(Pledge pledge, Instant at) {
        jdbc.sql(
                        """
                        update fl_pledge set sent_at = :at
                        where client = :client and version = :version and sent_at is null
                        """)
                .param("at", Timestamp.from(at))
                .param("client", pledge.client())
                .param("version", pledge.version())
                .update();
    }

    void answered(Pledge pledge, PledgeAnswer answer, Instant at) {
        jdbc.sql(
                        """
                        update fl_pledge set outcome = :outcome, answered_by = :by, answered_by_contact = :contact,
                            answered_on = :on, wish = :wish, answered_at = :at
                        where client = :client and version = :version
                        """)
                .param("outcome", answer.outcome().name())
                .param("by", answer.by())
                .param("contact", answer.contact())
                .param("on", answer.on())
                .param("wish", answer.wish())
                .param("at", Timestamp.from(at))
                .param("client", pledge.client())
                .param("version", pledge.version())
                .update();
    }

    private static Pledge pledge(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        return new Pledge(
                row.getString("client"),
                row.getInt("version"),
                terms(row),
                row.getString("drafted_by"),
                row.getTimestamp("drafted_at").toInstant(),
                instant(row.getTimestamp("sent_at")),
                outcome == null
                        ? null
                        : new PledgeAnswer(
                                PledgeAnswer.Outcome.valueOf(outcome),
                                row.getString("answered_by"),
                                row.getString("answered_by_contact"),
                                row.getObject("answered_on", LocalDate.class),
                                row.getString("wish")),
                instant(row.getTimestamp("answered_at")),
                row.getString("drafted_in"));
    }

    private static PledgeTerms terms(ResultSet row) throws SQLException {
        var hours = new EnumMap<Channel, Integer>(Channel.class);
        row.getString("response_hours").lines().forEach(line -> {
            var parts = line.split("=", 2);
            hours.put(Channel.valueOf(parts[0]), Integer.valueOf(parts[1]));
        });
        return new PledgeTerms(
                hours,
                row.getInt("rhythm_days"),
                row.getInt("report_days"),
                BadNews.valueOf(row.getString("bad_news")),
                row.getInt("bad_news_hours"),
                row.getString("decider"),
                row.getString("decider_contact"),
                row.getString("decision_way"),
                row.getString("further").lines().toList());
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
