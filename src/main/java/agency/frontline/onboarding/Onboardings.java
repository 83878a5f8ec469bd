package agency.frontline.onboarding;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.client.Dormant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All onboardings: of what each consists, how far it is and how it moves. Writes join the engine's transaction. */
@Component
@Transactional
public class Onboardings implements CaseFacts, Dormant {

    private final JdbcClient jdbc;
    private final Clock clock;

    Onboardings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One onboarding.
     *
     * @param requestsPerDay how many things the client may be asked for in a day; null until the course is chosen
     * @param kickOffAt the hour that stands in calendars; null while no invitation is out
     * @param invitation how often the invitation was changed, from 0
     */
    public record Onboarding(
            String businessKey,
            String client,
            @Nullable Integer requestsPerDay,
            Pace pace,
            @Nullable Instant kickOffAt,
            int invitation) {}

    /**
     * The client is new to us: until they are registered, their onboarding asks for the rest. So is again whoever
     * withdrew before we knew each other.
     */
    public void isNew(String client) {
        if (isNewcomer(client)) {
            return;
        }
        jdbc.sql("insert into fl_newcomer (client, since) values (:client, :now)")
                .param("client", client)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    public void registered(String client) {
        jdbc.sql("delete from fl_newcomer where client = :client")
                .param("client", client)
                .update();
    }

    /** Whether nobody has said yet who this client is. */
    @Transactional(readOnly = true)
    public boolean isNewcomer(String client) {
        return jdbc.sql("select count(*) from fl_newcomer where client = :client")
                        .param("client", client)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean isDormant(String client) {
        return isNewcomer(client);
    }

    public void begin(String businessKey, String client) {
        jdbc.sql("insert into fl_onboarding (business_key, client, pace) values (:key, :client, :pace)")
                .param("key", businessKey)
                .param("client", client)
                .param("pace", Pace.ON_TRACK.name())
                .update();
    }

    public void atMostADay(String businessKey, int requests) {
        jdbc.sql("update fl_onboarding set requests_per_day = :requests where business_key = :key")
                .param("requests", requests)
                .param("key", businessKey)
                .update();
    }

    public void moves(String businessKey, Pace pace) {
        jdbc.sql("update fl_onboarding set pace = :pace where business_key = :key")
                .param("pace", pace.name())
                .param("key", businessKey)
                .update();
    }

    /**
     * An invitation to the kick-off goes out, or with null is taken back; its SEQUENCE is one higher each time (F12).
     *
     * @return the SEQUENCE, 0 for the first
     */
    public int kickOff(String businessKey, @Nullable Instant at) {
        var before = get(businessKey);
        var sequence = before.kickOffAt() == null && before.invitation() == 0 ? 0 : before.invitation() + 1;
        jdbc.sql("update fl_onboarding set kick_off_at = :at, invitation = :sequence where business_key = :key")
                .param("at", at == null ? null : Timestamp.from(at))
                .param("sequence", sequence)
                .param("key", businessKey)
                .update();
        return sequence;
    }

    /** These belong to it as well; those that do already stay as they are. */
    public void consistsOf(String businessKey, Collection<String> parts) {
        var known = jdbc.sql("select part from fl_onboarding_part where business_key = :key")
                .param("key", businessKey)
                .query(String.class)
                .list();
        parts.stream().filter(part -> !known.contains(part)).forEach(part -> jdbc.sql(
                        "insert into fl_onboarding_part (business_key, part) values (:key, :part)")
                .param("key", businessKey)
                .param("part", part)
                .update());
    }

    /** This part is done; a step that is no part of it changes nothing. */
    public void done(String businessKey, String part) {
        jdbc.sql(
                        """
                        update fl_onboarding_part set done_at = :now
                        where business_key = :key and part = :part and done_at is null
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .param("part", part)
                .update();
    }

    /** How much of it is done, in per cent of its parts. */
    @Transactional(readOnly = true)
    public int progress(String businessKey) {
        return jdbc.sql(
                        """
                        select count(*) as parts, count(done_at) as done from fl_onboarding_part where business_key = :key
                        """)
                .param("key", businessKey)
                .query((row, n) -> row.getInt("parts") == 0 ? 0 : row.getInt("done") * 100 / row.getInt("parts"))
                .single();
    }

    public Onboarding get(String businessKey) {
        return find(businessKey).orElseThrow(() -> new IllegalArgumentException("No onboarding " + businessKey));
    }

    @Transactional(readOnly = true)
    public Optional<Onboarding> find(String businessKey) {
        return jdbc.sql("select * from fl_onboarding where business_key = :key")
                .param("key", businessKey)
                .query((row, n) -> onboarding(row))
                .optional();
    }

    /** The open one of a client whose requests are counted, locked until the transaction ends; empty without one. */
    Optional<Onboarding> paced(String client) {
        return jdbc
                .sql(
                        """
                        select o.* from fl_onboarding o join fl_case c on c.business_key = o.business_key
                        where o.client = :client and o.requests_per_day is not null and c.ended_at is null
                        order by o.business_key
                        """)
                .param("client", client)
                .query((row, n) -> onboarding(row))
                .list()
                .stream()
                .findFirst()
                .map(open -> {
                    // Two requests in the same moment take two turns.
                    jdbc.sql("select business_key from fl_onboarding where business_key = :key for update")
                            .param("key", open.businessKey())
                            .query(String.class)
                            .single();
                    return open;
                });
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(String businessKey) {
        return find(businessKey)
                .map(onboarding -> List.of(
                        new Fact("Done", progress(businessKey) + " %"), new Fact("Pace", inWords(onboarding.pace()))))
                .orElse(List.of());
    }

    /** "On track", as people say it. */
    public static String inWords(Pace pace) {
        var words = pace.name().replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static Onboarding onboarding(ResultSet row) throws SQLException {
        var requests = row.getObject("requests_per_day");
        var kickOff = row.getTimestamp("kick_off_at");
        return new Onboarding(
                row.getString("business_key"),
                row.getString("client"),
                requests == null ? null : ((Number) requests).intValue(),
                Pace.valueOf(row.getString("pace")),
                kickOff == null ? null : kickOff.toInstant(),
                row.getInt("invitation"));
    }
}
