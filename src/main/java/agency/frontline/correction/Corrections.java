package agency.frontline.correction;

import agency.frontline.client.plan.PremiseState;
import agency.frontline.correction.CorrectionRule.Verdict;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
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

/** All corrections of all clients, wherever they were found (C-88). Writes join the engine's transaction. */
@Component
@Transactional
public class Corrections {

    /** What fits into an answer; characters. */
    public static final int ANSWER_AT_MOST = 2000;

    private final JdbcClient jdbc;
    private final Clock clock;

    Corrections(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * A correction that a reset has decided on.
     *
     * @param notedAt when the client raised the doubt
     * @param bitesOn a day at the client's; null where nobody knows
     * @param couldHaveSeen empty for a minor one
     */
    public record OfReset(
            String what,
            WhatChanges changes,
            Verdict verdict,
            Instant notedAt,
            @Nullable LocalDate bitesOn,
            String couldHaveSeen,
            boolean seniorsJoined) {}

    /**
     * Notes what a talk or a report found, once for each case: what the case has noted in the same words is left as it is.
     *
     * @param why null where a person said the size
     * @return the new correction; empty where it was noted before
     */
    public Optional<Correction> note(
            String client,
            String businessKey,
            CorrectionSource source,
            Noted noted,
            CorrectionSize size,
            @Nullable String why) {
        if (ofCase(businessKey).stream().anyMatch(known -> known.what().equals(noted.what()))) {
            return Optional.empty();
        }
        insert(new Correction(
                0,
                client,
                businessKey,
                source,
                noted.what(),
                size,
                noted.changes(),
                why,
                clock.instant(),
                noted.bitesOn(),
                null,
                null));
        return ofCase(businessKey).stream()
                .filter(known -> known.what().equals(noted.what()))
                .findFirst();
    }

    /** Notes what a reset has decided on; a reset is one correction, and its last decision counts. */
    public void decided(String client, String businessKey, OfReset reset) {
        jdbc.sql("delete from fl_correction where business_key = :key and source = :source")
                .param("key", businessKey)
                .param("source", CorrectionSource.RESET.name())
                .update();
        insert(new Correction(
                0,
                client,
                businessKey,
                CorrectionSource.RESET,
                reset.what(),
                reset.verdict().size(),
                reset.changes(),
                reset.verdict().why(),
                reset.notedAt(),
                reset.bitesOn(),
                reset.couldHaveSeen().isEmpty() ? null : reset.couldHaveSeen(),
                reset.seniorsJoined()));
    }

    private void insert(Correction correction) {
        var changes = correction.changes();
        jdbc.sql(
                        """
                        insert into fl_correction (client, business_key, source, what, size, scope_effect, budget_effect,
                            schedule_effect, premise_state, size_why, noted_at, bites_on, could_have_seen, seniors_joined)
                        values (:client, :key, :source, :what, :size, :scope, :budget, :schedule, :premise, :why, :notedAt,
                            :bitesOn, :seen, :seniors)
                        """)
                .param("client", correction.client())
                .param("key", correction.businessKey())
                .param("source", correction.source().name())
                .param("what", correction.what())
                .param("size", correction.size().name())
                .param("scope", changes == null ? null : changes.scope().name())
                .param("budget", changes == null ? null : changes.budget().name())
                .param("schedule", changes == null ? null : changes.schedule().name())
                .param("premise", changes == null ? null : changes.premise().name())
                .param("why", correction.why())
                .param("notedAt", Timestamp.from(correction.notedAt()))
                .param("bitesOn", correction.bitesOn() == null ? null : Date.valueOf(correction.bitesOn()))
                .param("seen", correction.couldHaveSeen())
                .param("seniors", correction.seniorsJoined())
                .update();
    }

    /** Keeps when a significant one could have been seen. */
    public void lookedBack(long id, String couldHaveSeen) {
        jdbc.sql("update fl_correction set could_have_seen = :seen where id = :id")
                .param("seen", couldHaveSeen)
                .param("id", id)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Correction> find(long id) {
        return jdbc.sql("select * from fl_correction where id = :id")
                .param("id", id)
                .query(Corrections::correction)
                .optional();
    }

    /** What was found in this case, in the order in which it was noted. */
    @Transactional(readOnly = true)
    public List<Correction> ofCase(String businessKey) {
        return jdbc.sql("select * from fl_correction where business_key = :key order by id")
                .param("key", businessKey)
                .query(Corrections::correction)
                .list();
    }

    /** The client's, of the last days, the newest first. */
    @Transactional(readOnly = true)
    public List<Correction> ofClient(String client, int days) {
        return jdbc.sql(
                        """
                        select * from fl_correction where client = :client and noted_at > :since
                        order by noted_at desc, id desc
                        """)
                .param("client", client)
                .param("since", since(days))
                .query(Corrections::correction)
                .list();
    }

    /** How many of this size were noted in the last days. */
    @Transactional(readOnly = true)
    public int count(String client, CorrectionSize size, int days) {
        return jdbc.sql(
                        """
                        select count(*) from fl_correction
                        where client = :client and size = :size and noted_at > :since
                        """)
                .param("client", client)
                .param("size", size.name())
                .param("since", since(days))
                .query(Integer.class)
                .single();
    }

    private Timestamp since(int days) {
        return Timestamp.from(clock.instant().minus(Duration.ofDays(days)));
    }

    private static Correction correction(ResultSet row, int number) throws SQLException {
        var scope = row.getString("scope_effect");
        var bites = row.getDate("bites_on");
        return new Correction(
                row.getLong("id"),
                row.getString("client"),
                row.getString("business_key"),
                CorrectionSource.valueOf(row.getString("source")),
                row.getString("what"),
                CorrectionSize.valueOf(row.getString("size")),
                scope == null
                        ? null
                        : new WhatChanges(
                                Effect.valueOf(scope),
                                Effect.valueOf(row.getString("budget_effect")),
                                Effect.valueOf(row.getString("schedule_effect")),
                                PremiseState.valueOf(row.getString("premise_state"))),
                row.getString("size_why"),
                row.getTimestamp("noted_at").toInstant(),
                bites == null ? null : bites.toLocalDate(),
                row.getString("could_have_seen"),
                row.getObject("seniors_joined", Boolean.class));
    }
}
