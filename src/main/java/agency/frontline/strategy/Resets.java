package agency.frontline.strategy;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.correction.Steadied;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All doubts about plans and what came of them. Writes join the engine's transaction. */
@Component
@Transactional
public class Resets implements CaseFacts, Steadied {

    private final JdbcClient jdbc;
    private final Clock clock;

    Resets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One of them.
     *
     * @param impact null until it is assessed
     * @param seniorsJoined whether a planner or the director had to come in (C-87)
     * @param reviewOn a day at the client's; null until something is decided
     * @param held null until somebody has looked back
     */
    public record Reset(
            String businessKey,
            String client,
            @Nullable PlanImpact impact,
            @Nullable String impactWhy,
            boolean seniorsJoined,
            @Nullable String decision,
            @Nullable String decidedBy,
            @Nullable String risk,
            @Nullable LocalDate reviewOn,
            @Nullable String couldHaveSeen,
            @Nullable DecisionHeld held,
            @Nullable String whatCameOfIt) {}

    public void begin(String businessKey, String client, @Nullable String parentCase) {
        jdbc.sql(
                        """
                        insert into fl_reset (business_key, client, parent_case, begun_at, seniors_joined)
                        values (:key, :client, :parent, :now, false)
                        """)
                .param("key", businessKey)
                .param("client", client)
                .param("parent", parentCase)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** What the table says it takes; the last round counts. */
    public void assessed(String businessKey, PlanImpact impact, String why) {
        jdbc.sql("update fl_reset set impact = :impact, impact_why = :why where business_key = :key")
                .param("impact", impact.name())
                .param("why", why)
                .param("key", businessKey)
                .update();
    }

    /** A planner or the director has come in; whether they were needed is no matter of feeling (C-87). */
    public void seniorsJoined(String businessKey) {
        jdbc.sql("update fl_reset set seniors_joined = true where business_key = :key")
                .param("key", businessKey)
                .update();
    }

    /** The decision, and whether it puts right little or much (C-54, C-88). */
    public void decided(String businessKey, Decided decided) {
        jdbc.sql(
                        """
                        update fl_reset set decision = :decision, decided_by = :by, risk = :risk, review_on = :on,
                            could_have_seen = :seen, decided_at = :now
                        where business_key = :key
                        """)
                .param("decision", decided.decision())
                .param("by", decided.decidedBy())
                .param("risk", decided.risk())
                .param("on", decided.reviewOn() == null ? null : Date.valueOf(decided.reviewOn()))
                .param("seen", decided.couldHaveSeen().isEmpty() ? null : decided.couldHaveSeen())
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    /** What came of the decision, asked on the day that was named with it (C-54). */
    public void reviewed(String businessKey, DecisionHeld held, String whatCameOfIt) {
        jdbc.sql(
                        """
                        update fl_reset set decision_held = :held, what_came_of_it = :what, reviewed_at = :now
                        where business_key = :key
                        """)
                .param("held", held.name())
                .param("what", whatCameOfIt)
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    /** Number of the case that had come to this; empty where it began by itself. */
    @Transactional(readOnly = true)
    public Optional<String> parentOf(String businessKey) {
        return jdbc.sql("select parent_case from fl_reset where business_key = :key and parent_case is not null")
                .param("key", businessKey)
                .query(String.class)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Reset> find(String businessKey) {
        return jdbc.sql("select * from fl_reset where business_key = :key")
                .param("key", businessKey)
                .query((row, n) -> {
                    var impact = row.getString("impact");
                    var held = row.getString("decision_held");
                    var on = row.getDate("review_on");
                    return new Reset(
                            row.getString("business_key"),
                            row.getString("client"),
                            impact == null ? null : PlanImpact.valueOf(impact),
                            row.getString("impact_why"),
                            row.getBoolean("seniors_joined"),
                            row.getString("decision"),
                            row.getString("decided_by"),
                            row.getString("risk"),
                            on == null ? null : on.toLocalDate(),
                            row.getString("could_have_seen"),
                            held == null ? null : DecisionHeld.valueOf(held),
                            row.getString("what_came_of_it"));
                })
                .optional();
    }

    @Override
    @Transactional(readOnly = true)
    public Share steadied(String client, int days) {
        return jdbc.sql(
                        """
                        select coalesce(sum(case when seniors_joined then 0 else 1 end), 0), count(*) from fl_reset
                        where client = :client and decided_at > :since
                        """)
                .param("client", client)
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query((row, n) -> new Share(row.getInt(1), row.getInt(2)))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(String businessKey) {
        return find(businessKey).map(Resets::facts).orElse(List.of());
    }

    private static List<Fact> facts(Reset reset) {
        var facts = new ArrayList<Fact>();
        if (reset.impact() != null) {
            facts.add(new Fact("What it takes", inWords(reset.impact().name()) + ": " + reset.impactWhy()));
        }
        facts.add(new Fact("Seniors had to come in", reset.seniorsJoined() ? "Yes" : "No"));
        add(facts, "Decision", reset.decision());
        add(facts, "Decided by", reset.decidedBy());
        add(facts, "Risk taken", reset.risk());
        add(facts, "Looked at again on", reset.reviewOn());
        add(facts, "When we could have seen it", reset.couldHaveSeen());
        add(
                facts,
                "A good decision",
                reset.held() == null ? null : inWords(reset.held().name()));
        add(facts, "What came of it", reset.whatCameOfIt());
        return facts;
    }

    private static void add(List<Fact> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.add(new Fact(name, value.toString()));
        }
    }

    /** "Minor correction", as people say it. */
    public static String inWords(String constant) {
        var words = constant.replace('_', ' ').toLowerCase(Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
