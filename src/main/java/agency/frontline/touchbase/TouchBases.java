package agency.frontline.touchbase;

import agency.frontline.casefile.ContactSource;
import agency.frontline.client.Channel;
import agency.frontline.correction.TalksHeld;
import agency.frontline.whereweare.NextTalk;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All touch-bases and what was learned in them. Writes join the engine's transaction. */
@Component
@Transactional
public class TouchBases implements ContactSource, NextTalk, TalksHeld {

    private final JdbcClient jdbc;
    private final Clock clock;

    TouchBases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One touch-base.
     *
     * @param plannedStart null while no hour was agreed
     * @param invitation how often the invitation was changed, from 0
     */
    public record TouchBase(String businessKey, String client, @Nullable Instant plannedStart, int invitation) {}

    /** How often clients were visited, and how often by whom (C-13). */
    public record Visits(String person, int count) {}

    /**
     * Notes that this client is looked at today, once.
     *
     * @return false if somebody did already
     */
    public boolean lookAt(String client, LocalDate day) {
        var known = jdbc.sql("select count(*) from fl_touch_base_day where client = :client and local_day = :day")
                .param("client", client)
                .param("day", Date.valueOf(day))
                .query(Integer.class)
                .single();
        if (known > 0) {
            return false;
        }
        // Whoever was quicker in this moment makes this one fail as a whole; its repetition finds the row.
        jdbc.sql("insert into fl_touch_base_day (client, local_day, looked_at) values (:client, :day, :now)")
                .param("client", client)
                .param("day", Date.valueOf(day))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return true;
    }

    /** Whether somebody has looked at this client today. */
    @Transactional(readOnly = true)
    public boolean lookedAt(String client, LocalDate day) {
        return jdbc.sql("select count(*) from fl_touch_base_day where client = :client and local_day = :day")
                        .param("client", client)
                        .param("day", Date.valueOf(day))
                        .query(Integer.class)
                        .single()
                > 0;
    }

    public void begin(String businessKey, String client) {
        jdbc.sql(
                        "insert into fl_touch_base (business_key, client, begun_at, invitation) values (:key, :client, :now, 0)")
                .param("key", businessKey)
                .param("client", client)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Transactional(readOnly = true)
    public TouchBase get(String businessKey) {
        return jdbc.sql("select * from fl_touch_base where business_key = :key")
                .param("key", businessKey)
                .query((row, n) -> new TouchBase(
                        row.getString("business_key"),
                        row.getString("client"),
                        instant(row.getTimestamp("planned_start")),
                        row.getInt("invitation")))
                .single();
    }

    /** The hour that was agreed; null takes it back. Returns the number of the invitation that says so. */
    public int plan(String businessKey, @Nullable Instant start) {
        var before = get(businessKey);
        var invitation = before.plannedStart() == null && before.invitation() == 0 ? 0 : before.invitation() + 1;
        jdbc.sql("update fl_touch_base set planned_start = :start, invitation = :invitation where business_key = :key")
                .param("start", start == null ? null : Timestamp.from(start))
                .param("invitation", invitation)
                .param("key", businessKey)
                .update();
        return invitation;
    }

    /** Notes what came of the talk, but for its corrections, which stand with those of all cases. */
    public void held(String businessKey, Talk talk) {
        var client = get(businessKey).client();
        var now = Timestamp.from(clock.instant());
        jdbc.sql(
                        """
                        update fl_touch_base set held_at = :now, ended_at = :now, channel = :channel where business_key = :key
                        """)
                .param("now", now)
                .param("channel", talk.channel().name())
                .param("key", businessKey)
                .update();
        for (var person : talk.present()) {
            jdbc.sql(
                            """
                            insert into fl_touch_base_attendee (business_key, person, name, ours)
                            values (:key, :person, :name, :ours)
                            """)
                    .param("key", businessKey)
                    .param("person", person.id())
                    .param("name", person.name())
                    .param("ours", person.ours())
                    .update();
        }
        for (var signal : talk.signals()) {
            jdbc.sql(
                            """
                            insert into fl_pressure_signal (client, business_key, signal, noted_at)
                            values (:client, :key, :signal, :now)
                            """)
                    .param("client", client)
                    .param("key", businessKey)
                    .param("signal", signal.name())
                    .param("now", now)
                    .update();
        }
    }

    @Override
    @Transactional(readOnly = true)
    public List<HeldTalk> held(String client, Instant from, Instant to) {
        return jdbc.sql(
                        """
                        select business_key, held_at, channel from fl_touch_base
                        where client = :client and held_at between :from and :to order by held_at desc
                        """)
                .param("client", client)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, n) -> new HeldTalk(
                        row.getString("business_key"),
                        row.getTimestamp("held_at").toInstant(),
                        Channel.valueOf(row.getString("channel"))))
                .list();
    }

    /** The cases of touch-bases that were begun at this moment or later. */
    @Transactional(readOnly = true)
    public List<String> begunSince(Instant moment) {
        return jdbc.sql("select business_key from fl_touch_base where begun_at >= :moment order by business_key")
                .param("moment", Timestamp.from(moment))
                .query(String.class)
                .list();
    }

    public void skipped(String businessKey, String reason) {
        jdbc.sql("update fl_touch_base set skipped_because = :reason, ended_at = :now where business_key = :key")
                .param("reason", reason)
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    /** How many of the client's touch-bases were skipped since the last one that was held. */
    @Transactional(readOnly = true)
    public int skippedInARow(String client) {
        return jdbc.sql(
                        """
                        select count(*) from fl_touch_base t
                        where t.client = :client and t.skipped_because is not null
                            and not exists (select 1 from fl_touch_base h
                                where h.client = t.client and h.held_at is not null and h.held_at >= t.ended_at)
                        """)
                .param("client", client)
                .query(Integer.class)
                .single();
    }

    /** When the client's turn was last skipped. */
    @Transactional(readOnly = true)
    public Optional<Instant> lastSkipped(String client) {
        return jdbc.sql(
                        """
                        select max(ended_at) from fl_touch_base where client = :client and skipped_because is not null
                        """)
                .param("client", client)
                .query((row, n) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> lastContact(String client) {
        return jdbc.sql("select max(held_at) from fl_touch_base where client = :client")
                .param("client", client)
                .query((row, n) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Instant> nextTalk(String client) {
        return jdbc.sql(
                        """
                        select min(planned_start) from fl_touch_base
                        where client = :client and ended_at is null and planned_start >= :now
                        """)
                .param("client", client)
                .param("now", Timestamp.from(clock.instant()))
                .query((row, n) -> Optional.ofNullable(instant(row.getTimestamp(1))))
                .single();
    }

    /** What presses on the client, as heard in the last days, the newest first. */
    @Transactional(readOnly = true)
    public List<PressureSignal> signals(String client, int days) {
        return jdbc.sql(
                        """
                        select signal from fl_pressure_signal where client = :client and noted_at > :since
                        order by noted_at desc, signal
                        """)
                .param("client", client)
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query((row, n) -> PressureSignal.valueOf(row.getString(1)))
                .list();
    }

    /** Of the touch-bases that ended in the last days, how many were held. */
    @Transactional(readOnly = true)
    public int[] heldOf(String client, int days) {
        return jdbc.sql(
                        """
                        select count(held_at), count(*) from fl_touch_base
                        where client = :client and ended_at > :since
                        """)
                .param("client", client)
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
    }

    /** Who visited clients how often in the last days (C-13). */
    @Transactional(readOnly = true)
    public List<Visits> visits(String client, int days) {
        return jdbc.sql(
                        """
                        select a.person, count(*) from fl_touch_base t join fl_touch_base_attendee a
                            on a.business_key = t.business_key
                        where t.client = :client and t.channel = :visit and a.ours and t.held_at > :since
                        group by a.person order by count(*) desc, a.person
                        """)
                .param("client", client)
                .param("visit", Channel.VISIT.name())
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query((row, n) -> new Visits(row.getString(1), row.getInt(2)))
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
