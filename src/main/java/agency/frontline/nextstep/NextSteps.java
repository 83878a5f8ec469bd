package agency.frontline.nextstep;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** All next steps of all clients, open and ended (C-23, C-24). Writes join the engine's transaction. */
@Component
@Transactional
public class NextSteps {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NextSteps(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** Notes a new step; the case follows it from now on. Returns its id, such as {@code REP-2026-00004/2}. */
    public String agree(String businessKey, String client, String what, StepOwner owner, LocalDate day, Instant due) {
        var id = businessKey + "/"
                + (1
                        + jdbc.sql("select count(*) from fl_next_step where agreed_in = :key")
                                .param("key", businessKey)
                                .query(Integer.class)
                                .single());
        jdbc.sql(
                        """
                        insert into fl_next_step (id, client, business_key, agreed_in, what, owner, owner_name, ours,
                            due_day, due, revision, agreed_at)
                        values (:id, :client, :key, :key, :what, :owner, :ownerName, :ours, :day, :due, 0, :now)
                        """)
                .param("id", id)
                .param("client", client)
                .param("key", businessKey)
                .param("what", what)
                .param("owner", owner.id())
                .param("ownerName", owner.name())
                .param("ours", owner.ours())
                .param("day", Date.valueOf(day))
                .param("due", Timestamp.from(due))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    /**
     * An open step, agreed anew in this case, which follows it from now on; what has changed counts as a revision. Whoever
     * followed it until now lets go of it ({@link #letGo}).
     */
    public void takeOver(NextStep step, String businessKey, String what, StepOwner owner, LocalDate day, Instant due) {
        var changed = !step.what().equals(what)
                || !step.owner().equals(owner)
                || !step.day().equals(day);
        jdbc.sql(
                        """
                        update fl_next_step set business_key = :key, what = :what, owner = :owner, owner_name = :ownerName,
                            ours = :ours, due_day = :day, due = :due, revision = :revision
                        where id = :id
                        """)
                .param("key", businessKey)
                .param("what", what)
                .param("owner", owner.id())
                .param("ownerName", owner.name())
                .param("ours", owner.ours())
                .param("day", Date.valueOf(day))
                .param("due", Timestamp.from(due))
                .param("revision", step.revision() + (changed ? 1 : 0))
                .param("id", step.id())
                .update();
        if (!step.businessKey().equals(businessKey)) {
            letGo(step);
        }
    }

    /** Whoever follows this step now is to let go of it. */
    public void letGo(NextStep step) {
        events.publishEvent(new NextStepLeft(step.id(), step.businessKey()));
    }

    /** It ended in the case that follows it. */
    public void end(String id, StepOutcome outcome, @Nullable String note) {
        jdbc.sql(
                        """
                        update fl_next_step set outcome = :outcome, note = :note, ended_at = :now, revision = revision + 1
                        where id = :id and outcome is null
                        """)
                .param("outcome", outcome.name())
                .param("note", note)
                .param("now", Timestamp.from(clock.instant()))
                .param("id", id)
                .update();
    }

    /** It ended, as somebody noted in the given case; another one that follows it lets go of it. */
    public void end(NextStep step, String businessKey, StepOutcome outcome, @Nullable String note) {
        end(step.id(), outcome, note);
        if (!step.businessKey().equals(businessKey)) {
            letGo(step);
        }
    }

    /** The open steps of a case that ended without them; nobody follows them any more. */
    public void release(String businessKey, String why) {
        open(businessKey).forEach(step -> end(step.id(), StepOutcome.DROPPED, why));
    }

    @Transactional(readOnly = true)
    public Optional<NextStep> find(String id) {
        return jdbc.sql("select * from fl_next_step where id = :id")
                .param("id", id)
                .query(NextSteps::step)
                .optional();
    }

    /** The steps that a case follows or followed last, by day. */
    @Transactional(readOnly = true)
    public List<NextStep> of(String businessKey) {
        return jdbc.sql("select * from fl_next_step where business_key = :key order by due, agreed_at, id")
                .param("key", businessKey)
                .query(NextSteps::step)
                .list();
    }

    private List<NextStep> open(String businessKey) {
        return of(businessKey).stream().filter(NextStep::isOpen).toList();
    }

    /** All open steps with this client, by day. */
    @Transactional(readOnly = true)
    public List<NextStep> openOfClient(String client) {
        return jdbc.sql(
                        """
                        select * from fl_next_step where client = :client and outcome is null order by due, agreed_at, id
                        """)
                .param("client", client)
                .query(NextSteps::step)
                .list();
    }

    private static NextStep step(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var ended = row.getTimestamp("ended_at");
        return new NextStep(
                row.getString("id"),
                row.getString("client"),
                row.getString("business_key"),
                row.getString("agreed_in"),
                row.getString("what"),
                new StepOwner(row.getString("owner"), row.getString("owner_name"), row.getBoolean("ours")),
                row.getDate("due_day").toLocalDate(),
                row.getTimestamp("due").toInstant(),
                row.getInt("revision"),
                outcome == null ? null : StepOutcome.valueOf(outcome),
                ended == null ? null : ended.toInstant(),
                row.getString("note"));
    }
}
