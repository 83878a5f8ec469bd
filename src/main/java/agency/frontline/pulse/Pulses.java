package agency.frontline.pulse;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.casefile.OpenMatters;
import agency.frontline.text.LinkToken;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every pulse: who was asked when, what they answered, and the tokens with which they may. */
@Component
@Transactional
public class Pulses implements CaseFacts {

    private final JdbcClient jdbc;
    private final List<OpenMatters> matters;
    private final Clock clock;

    Pulses(JdbcClient jdbc, List<OpenMatters> matters, Clock clock) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.clock = clock;
    }

    /** The last answer of this contact; empty if they never gave one. */
    @Transactional(readOnly = true)
    public Optional<Pulse> last(String contact) {
        return jdbc.sql(
                        """
                        select * from fl_pulse where contact = :contact and answered_at <= :now
                        order by answered_at desc, business_key desc fetch first row only
                        """)
                .param("contact", contact)
                .param("now", Timestamp.from(clock.instant()))
                .query(Pulses::pulse)
                .optional();
    }

    /** The last answer of anybody at this client; empty if nobody ever gave one. */
    @Transactional(readOnly = true)
    public Optional<Pulse> lastOfClient(String client) {
        return answersOfClient(client, Instant.EPOCH).stream().findFirst();
    }

    /** All answers of this client since then, the newest first. */
    @Transactional(readOnly = true)
    public List<Pulse> answersOfClient(String client, Instant since) {
        return jdbc.sql(
                        """
                        select * from fl_pulse
                        where client = :client and answered_at >= :since and answered_at <= :now
                        order by answered_at desc, business_key desc
                        """)
                .param("client", client)
                .param("since", Timestamp.from(since))
                .param("now", Timestamp.from(clock.instant()))
                .query(Pulses::pulse)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Pulse> find(String businessKey) {
        return jdbc.sql("select * from fl_pulse where business_key = :key")
                .param("key", businessKey)
                .query(Pulses::pulse)
                .optional();
    }

    /** Somebody wants to ask this contact; whether they may is decided next. */
    public void open(String businessKey, String client, String contact, @Nullable String askedAfter) {
        jdbc.sql(
                        """
                        insert into fl_pulse (business_key, client, contact, asked_after)
                        values (:key, :client, :contact, :after)
                        """)
                .param("key", businessKey)
                .param("client", client)
                .param("contact", contact)
                .param("after", askedAfter)
                .update();
    }

    /**
     * What forbids to ask now. Until the caller's transaction ends nobody else finds it out for the same client, so that
     * two cases which end at once do not ask the same person twice. Whom the mail never reached was not asked.
     */
    public Limits limits(Pulse pulse) {
        jdbc.sql("select client_code from fl_client where client_code = :client for update")
                .param("client", pulse.client())
                .query(String.class)
                .optional();
        var now = clock.instant();
        var before = jdbc.sql(
                        """
                        select * from fl_pulse
                        where contact = :contact and business_key <> :key and not returned and asked_at <= :now
                        order by sent_at desc, business_key desc fetch first row only
                        """)
                .param("contact", pulse.contact())
                .param("key", pulse.businessKey())
                .param("now", Timestamp.from(now))
                .query(Pulses::pulse)
                .optional();
        return new Limits(
                // One that leaves tomorrow morning counts as of today.
                before.map(last -> Math.max(
                                0, (int) Duration.between(last.sentAt(), now).toDays()))
                        .orElse(null),
                before.map(Pulse::businessKey).orElse(null),
                matters.stream()
                        .flatMap(flow -> flow.openAt(pulse.client()).stream())
                        .toList());
    }

    /** It may not be sent, for this reason. */
    public void notSent(String businessKey, String why) {
        jdbc.sql("update fl_pulse set not_sent = :why, closed_at = :now where business_key = :key")
                .param("why", why)
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    /** The question may go out; from now on this contact counts as asked. */
    public void sent(String businessKey, Schedule schedule) {
        jdbc.sql(
                        """
                        update fl_pulse set asked_at = :now, sent_at = :sent, closes_at = :closes where business_key = :key
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("sent", Timestamp.from(schedule.sentAt()))
                .param("closes", Timestamp.from(schedule.closesAt()))
                .param("key", businessKey)
                .update();
    }

    /** Draws what opens the page for one mail; nobody can ask for it a second time. */
    public String drawToken(String businessKey) {
        var token = LinkToken.draw();
        jdbc.sql(
                        """
                        insert into fl_pulse_token (hash, business_key, expires_at)
                        select :hash, business_key, closes_at from fl_pulse where business_key = :key
                        """)
                .param("hash", LinkToken.hash(token))
                .param("key", businessKey)
                .update();
        return token;
    }

    /** The pulse that this token opens, answered or closed as it may be; empty for whatever was never one. */
    @Transactional(readOnly = true)
    public Optional<Pulse> opens(String token) {
        return jdbc.sql(
                        """
                        select p.* from fl_pulse p join fl_pulse_token t on t.business_key = p.business_key
                        where t.hash = :hash
                        """)
                .param("hash", LinkToken.hash(token))
                .query(Pulses::pulse)
                .optional();
    }

    /** Whether an answer still counts. */
    @Transactional(readOnly = true)
    public boolean takesAnswer(Pulse pulse) {
        return pulse.closedAt() == null
                && pulse.closesAt() != null
                && clock.instant().isBefore(pulse.closesAt());
    }

    /**
     * Keeps the answer; the first one stands.
     *
     * @return whether this was the first, and in time
     */
    public boolean answer(String businessKey, Scores scores, String words) {
        var now = Timestamp.from(clock.instant());
        return jdbc.sql(
                                """
                                update fl_pulse set answered_at = :now, closed_at = :now, service = :service, work = :work,
                                    feeling = :feeling, words = :words
                                where business_key = :key and closed_at is null and closes_at > :now
                                """)
                        .param("now", now)
                        .param("service", scores.service())
                        .param("work", scores.work())
                        .param("feeling", scores.feeling())
                        .param("words", words.isBlank() ? null : words)
                        .param("key", businessKey)
                        .update()
                == 1;
    }

    /** Nobody can answer any more; nothing changes where somebody has. */
    public void close(String businessKey) {
        jdbc.sql("update fl_pulse set closed_at = :now where business_key = :key and closed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    /** The mail came back: nobody was asked. */
    public void returned(String businessKey) {
        jdbc.sql("update fl_pulse set returned = true where business_key = :key")
                .param("key", businessKey)
                .update();
        close(businessKey);
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(String businessKey) {
        return find(businessKey).map(Pulses::facts).orElse(List.of());
    }

    private static List<Fact> facts(Pulse pulse) {
        var facts = new ArrayList<Fact>();
        if (pulse.askedAfter() != null) {
            facts.add(new Fact("Asked after", pulse.askedAfter()));
        }
        if (pulse.notSent() != null) {
            facts.add(new Fact("Not sent", pulse.notSent()));
        }
        var scores = pulse.scores();
        if (scores != null) {
            facts.add(new Fact("The service", scores.service() + " of " + Scores.MOST));
            facts.add(new Fact("The work", scores.work() + " of " + Scores.MOST));
            facts.add(new Fact("How it feels", scores.feeling() + " of " + Scores.MOST));
        } else if (pulse.returned()) {
            facts.add(new Fact("Answer", "None, for the mail came back"));
        } else if (pulse.sentAt() != null) {
            facts.add(new Fact("Answer", pulse.closedAt() == null ? "Not yet" : "None"));
        }
        return facts;
    }

    private static Pulse pulse(ResultSet row, int number) throws SQLException {
        var answered = instant(row, "answered_at");
        return new Pulse(
                row.getString("business_key"),
                row.getString("client"),
                row.getString("contact"),
                row.getString("asked_after"),
                row.getString("not_sent"),
                instant(row, "sent_at"),
                instant(row, "closes_at"),
                instant(row, "closed_at"),
                row.getBoolean("returned"),
                answered,
                answered == null ? null : new Scores(row.getInt("service"), row.getInt("work"), row.getInt("feeling")),
                row.getString("words"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
