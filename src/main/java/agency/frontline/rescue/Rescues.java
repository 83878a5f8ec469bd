package agency.frontline.rescue;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.casefile.OpenMatters;
import agency.frontline.notification.Colleagues;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was done about each account that was about to be lost, what came of it and why (C-35). */
@Component
@Transactional
public class Rescues implements CaseFacts, OpenMatters {

    /** What an open rescue is to flows that keep quiet meanwhile. */
    private static final String KIND = "ACCOUNT_AT_RISK";

    private final JdbcClient jdbc;
    private final Colleagues colleagues;
    private final Clock clock;

    Rescues(JdbcClient jdbc, Colleagues colleagues, Clock clock) {
        this.jdbc = jdbc;
        this.colleagues = colleagues;
        this.clock = clock;
    }

    /**
     * One rescue.
     *
     * @param parentCase the case in which it came to that; null where a person saw it
     * @param sponsor user id of the director who stands for it; null until it is agreed
     * @param visitedOn null until somebody was there
     * @param visitedBy user ids of those who went
     * @param outcome STEADY or LOST; null while it is open, and where the case behind it ended first
     * @param endedAt null while it is open
     */
    public record Rescue(
            String businessKey,
            String client,
            @Nullable String parentCase,
            String whatHappened,
            @Nullable String sponsor,
            @Nullable LocalDate visitOn,
            @Nullable LocalDate visitedOn,
            List<String> visitedBy,
            @Nullable String clientSaid,
            @Nullable RescueVerdict outcome,
            @Nullable String reason,
            @Nullable Instant endedAt) {}

    public void begin(String businessKey, String client, @Nullable String parentCase, String whatHappened) {
        jdbc.sql(
                        """
                        insert into fl_rescue (business_key, client, parent_case, what_happened)
                        values (:key, :client, :parent, :what)
                        """)
                .param("key", businessKey)
                .param("client", client)
                .param("parent", parentCase)
                .param("what", whatHappened)
                .update();
    }

    public void agree(String businessKey, SavePlan plan) {
        jdbc.sql("update fl_rescue set sponsor = :sponsor, visit_on = :visitOn where business_key = :key")
                .param("sponsor", plan.sponsor())
                .param("visitOn", plan.visitOn())
                .param("key", businessKey)
                .update();
        int place = 0;
        for (var step : plan.steps()) {
            jdbc.sql(
                            """
                            insert into fl_rescue_step (business_key, place, what, who, due)
                            values (:key, :place, :what, :who, :due)
                            """)
                    .param("key", businessKey)
                    .param("place", place++)
                    .param("what", step.what())
                    .param("who", step.who())
                    .param("due", step.due())
                    .update();
        }
    }

    public void visited(String businessKey, Visit visit) {
        jdbc.sql(
                        """
                        update fl_rescue set visited_on = :on, visited_by = :by, client_said = :said
                        where business_key = :key
                        """)
                .param("on", visit.on())
                .param("by", String.join(",", visit.by()))
                .param("said", visit.clientSaid())
                .param("key", businessKey)
                .update();
    }

    /** Notes a review; with the one that ends it, outcome and reason. */
    public void reviewed(String businessKey, Review review) {
        jdbc.sql(
                        """
                        insert into fl_rescue_review (business_key, place, verdict, reason, next_review, reviewed_at)
                        values (:key, :place, :verdict, :reason, :next, :at)
                        """)
                .param("key", businessKey)
                .param("place", reviews(businessKey).size())
                .param("verdict", review.verdict().name())
                .param("reason", review.reason())
                .param("next", review.reviewOn())
                .param("at", Timestamp.from(clock.instant()))
                .update();
        if (review.verdict() != RescueVerdict.GO_ON) {
            jdbc.sql("update fl_rescue set outcome = :outcome, reason = :reason where business_key = :key")
                    .param("outcome", review.verdict().name())
                    .param("reason", review.reason())
                    .param("key", businessKey)
                    .update();
        }
    }

    public void end(String businessKey) {
        jdbc.sql("update fl_rescue set ended_at = :at where business_key = :key")
                .param("at", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Rescue> find(String businessKey) {
        return jdbc.sql("select * from fl_rescue where business_key = :key")
                .param("key", businessKey)
                .query(Rescues::rescue)
                .optional();
    }

    @Transactional(readOnly = true)
    public List<SavePlan.Step> steps(String businessKey) {
        return jdbc.sql("select * from fl_rescue_step where business_key = :key order by place")
                .param("key", businessKey)
                .query((row, n) -> new SavePlan.Step(
                        row.getString("what"), row.getString("who"), row.getObject("due", LocalDate.class)))
                .list();
    }

    /** The reviews so far, the first one first. */
    @Transactional(readOnly = true)
    public List<Review> reviews(String businessKey) {
        return jdbc.sql("select * from fl_rescue_review where business_key = :key order by place")
                .param("key", businessKey)
                .query((row, n) -> new Review(
                        RescueVerdict.valueOf(row.getString("verdict")),
                        row.getString("reason"),
                        row.getObject("next_review", LocalDate.class)))
                .list();
    }

    /** As long as a rescue is open, the client is asked nothing about us. */
    @Override
    @Transactional(readOnly = true)
    public List<Matter> openAt(String client) {
        return jdbc.sql(
                        """
                        select business_key from fl_rescue where client = :client and ended_at is null
                        order by business_key
                        """)
                .param("client", client)
                .query((row, n) -> new Matter(row.getString("business_key"), KIND))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(String businessKey) {
        return find(businessKey).map(this::facts).orElse(List.of());
    }

    private List<Fact> facts(Rescue rescue) {
        var facts = new ArrayList<Fact>();
        if (rescue.parentCase() != null) {
            facts.add(new Fact("Came from", rescue.parentCase()));
        }
        if (rescue.sponsor() != null) {
            facts.add(new Fact(
                    "Stands for it", colleagues.person(rescue.sponsor()).name()));
        }
        if (rescue.visitedOn() != null) {
            facts.add(new Fact(
                    "Visited",
                    rescue.visitedOn() + ", "
                            + rescue.visitedBy().stream()
                                    .map(person -> colleagues.person(person).name())
                                    .collect(Collectors.joining(", "))));
        }
        var reviews = reviews(rescue.businessKey());
        if (!reviews.isEmpty()) {
            facts.add(new Fact("Reviews", String.valueOf(reviews.size())));
        }
        if (rescue.outcome() != null) {
            facts.add(new Fact("Outcome", rescue.outcome() == RescueVerdict.STEADY ? "Steady" : "Lost"));
            facts.add(new Fact("What shows it", rescue.reason()));
        }
        return facts;
    }

    private static Rescue rescue(ResultSet row, int number) throws SQLException {
        var by = row.getString("visited_by");
        var outcome = row.getString("outcome");
        var endedAt = row.getTimestamp("ended_at");
        return new Rescue(
                row.getString("business_key"),
                row.getString("client"),
                row.getString("parent_case"),
                row.getString("what_happened"),
                row.getString("sponsor"),
                row.getObject("visit_on", LocalDate.class),
                row.getObject("visited_on", LocalDate.class),
                by == null ? List.of() : Arrays.asList(by.split(",")),
                row.getString("client_said"),
                outcome == null ? null : RescueVerdict.valueOf(outcome),
                row.getString("reason"),
                endedAt == null ? null : endedAt.toInstant());
    }
}
