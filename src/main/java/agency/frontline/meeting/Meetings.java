package agency.frontline.meeting;

import agency.frontline.casefile.ContactSource;
import agency.frontline.client.Channel;
import agency.frontline.meeting.Attendee.Side;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every meeting with a client, who was there, and each version of its report (C-13, C-23, C-25). */
@Component
@Transactional
public class Meetings implements ContactSource {

    /** Nobody counts a few minutes (C-25). */
    private static final Duration PUNCTUAL = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final Clock clock;

    Meetings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A meeting.
     *
     * @param plannedStart null when nobody had planned it
     * @param first the case in which its report was first written; later ones speak of the same meeting
     * @param nextMeeting when it goes on, as the newest version of the report says; null for nothing agreed
     * @param invitation how often the invitation to that was changed, from 0; the SEQUENCE of its calendar entry
     */
    public record Meeting(
            String businessKey,
            String first,
            String client,
            Channel channel,
            String subject,
            @Nullable Instant plannedStart,
            Instant startedAt,
            @Nullable Instant nextMeeting,
            @Nullable String nextMeetingPlace,
            int invitation) {

        public boolean beganLate() {
            return plannedStart != null && startedAt.isAfter(plannedStart.plus(PUNCTUAL));
        }
    }

    /**
     * A version of a report as it went out.
     *
     * @param objection the client's words that made this version necessary; null for the first
     */
    public record Version(
            int number,
            String language,
            String decisions,
            String openItems,
            Instant sentAt,
            @Nullable String objection) {}

    /**
     * A meeting was held, or one of before is spoken of again in a new version of its report.
     *
     * @param before the case with the version before; null for a meeting of its own
     */
    public void held(
            String businessKey,
            String client,
            Channel channel,
            String subject,
            @Nullable Instant plannedStart,
            Instant startedAt,
            @Nullable String before) {
        var same = before == null ? null : get(before);
        jdbc.sql(
                        """
                        insert into fl_meeting (business_key, client, channel, subject, planned_start, started_at, first,
                            invitation)
                        values (:key, :client, :channel, :subject, :planned, :started, :first, 0)
                        """)
                .param("key", businessKey)
                .param("client", client)
                .param("channel", channel.name())
                .param("subject", subject)
                .param("planned", plannedStart == null ? null : Timestamp.from(plannedStart))
                .param("started", Timestamp.from(startedAt))
                .param("first", same == null ? businessKey : same.first())
                .update();
        if (same != null) {
            goesOn(businessKey, same.nextMeeting(), same.nextMeetingPlace(), same.invitation());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> lastContact(String client) {
        return jdbc.sql("select max(started_at) from fl_meeting where client = :client")
                .param("client", client)
                .query((row, n) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    @Transactional(readOnly = true)
    public Meeting get(String businessKey) {
        return jdbc.sql("select * from fl_meeting where business_key = :key")
                .param("key", businessKey)
                .query(Meetings::meeting)
                .single();
    }

    /** Who was there, as the newest version of the report says, in its order. */
    @Transactional(readOnly = true)
    public List<Attendee> attendees(String businessKey) {
        return jdbc.sql("select * from fl_meeting_attendee where business_key = :key order by place")
                .param("key", businessKey)
                .query((row, n) -> new Attendee(
                        Side.valueOf(row.getString("side")),
                        row.getString("person"),
                        row.getString("name"),
                        row.getString("email")))
                .list();
    }

    /** The versions that went out, the first one first. */
    @Transactional(readOnly = true)
    public List<Version> versions(String businessKey) {
        return jdbc.sql("select * from fl_conference_report where business_key = :key order by version")
                .param("key", businessKey)
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        row.getString("language"),
                        row.getString("decisions"),
                        row.getString("open_items"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getString("objection")))
                .list();
    }

    /** The number of the version that went out last; empty before the first. */
    @Transactional(readOnly = true)
    public Optional<Version> newest(String businessKey) {
        var all = versions(businessKey);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    /** Keeps what goes out now. Attendees and the next meeting are those of the newest version; the words of each stay. */
    public void send(String businessKey, int version, String language, Report report, @Nullable String objection) {
        jdbc.sql("delete from fl_meeting_attendee where business_key = :key")
                .param("key", businessKey)
                .update();
        int place = 0;
        for (var attendee : report.attendees()) {
            jdbc.sql(
                            """
                            insert into fl_meeting_attendee (business_key, place, side, person, name, email)
                            values (:key, :place, :side, :person, :name, :email)
                            """)
                    .param("key", businessKey)
                    .param("place", place++)
                    .param("side", attendee.side().name())
                    .param("person", attendee.id())
                    .param("name", attendee.name())
                    .param("email", attendee.email())
                    .update();
        }
        jdbc.sql(
                        """
                        insert into fl_conference_report (business_key, version, language, decisions, open_items, words,
                            sent_at, objection)
                        values (:key, :version, :language, :decisions, :openItems, :words, :now, :objection)
                        """)
                .param("key", businessKey)
                .param("version", version)
                .param("language", language)
                .param("decisions", report.decisions())
                .param("openItems", report.openItems())
                .param("words", report.words())
                .param("now", Timestamp.from(clock.instant()))
                .param("objection", objection)
                .update();
        jdbc.sql("update fl_meeting set waited_for = :waitedFor where business_key = :key")
                .param(
                        "waitedFor",
                        report.waitedFor() == null ? null : report.waitedFor().name())
                .param("key", businessKey)
                .update();
    }

    /** Notes when it goes on, as the next invitation says; the number of that invitation grows with each change. */
    public void goesOn(String businessKey, @Nullable Instant nextMeeting, @Nullable String place, int invitation) {
        jdbc.sql(
                        """
                        update fl_meeting set next_meeting = :next, next_meeting_place = :place, invitation = :invitation
                        where business_key = :key
                        """)
                .param("next", nextMeeting == null ? null : Timestamp.from(nextMeeting))
                .param("place", place)
                .param("invitation", invitation)
                .param("key", businessKey)
                .update();
    }

    private static Meeting meeting(ResultSet row, int number) throws SQLException {
        return new Meeting(
                row.getString("business_key"),
                row.getString("first"),
                row.getString("client"),
                Channel.valueOf(row.getString("channel")),
                row.getString("subject"),
                instant(row.getTimestamp("planned_start")),
                row.getTimestamp("started_at").toInstant(),
                instant(row.getTimestamp("next_meeting")),
                row.getString("next_meeting_place"),
                row.getInt("invitation"));
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
