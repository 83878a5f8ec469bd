package agency.frontline.endcheck;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.client.plan.GoalVerdict;
import agency.frontline.client.plan.Plan;
import agency.frontline.client.plan.Plans;
import agency.frontline.endcheck.Comparison.Gap;
import agency.frontline.endcheck.EndCheck.State;
import agency.frontline.notification.WhereWeAre.Ending;
import agency.frontline.text.LinkToken;
import agency.frontline.whereweare.GoalEndings;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Every end of a plan: who was asked, what each side said, and the tokens with which the client may. */
@Component
@Transactional
public class EndChecks implements CaseFacts, GoalEndings {

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Clock clock;

    EndChecks(JdbcClient jdbc, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Somebody is asked about the end of this plan. For a client and day there is one at a time; a second one that begins
     * at the same moment fails.
     */
    public void begin(String businessKey, Plan plan, String contact, Instant closesAt) {
        // The day may be asked about again once nobody answered, or it was taken back.
        jdbc.sql("update fl_end_check set slot = null where slot = :slot and state not in ('OPEN', 'COMPARED')")
                .param("slot", slot(plan.client(), plan.endsOn()))
                .update();
        jdbc.sql(
                        """
                        insert into fl_end_check (business_key, client, version, ends_on, slot, contact, state, closes_at)
                        values (:key, :client, :version, :endsOn, :slot, :contact, 'OPEN', :closes)
                        """)
                .param("key", businessKey)
                .param("client", plan.client())
                .param("version", plan.version())
                .param("endsOn", Date.valueOf(plan.endsOn()))
                .param("slot", slot(plan.client(), plan.endsOn()))
                .param("contact", contact)
                .param("closes", Timestamp.from(closesAt))
                .update();
    }

    private static String slot(String client, LocalDate endsOn) {
        return client + ":" + endsOn;
    }

    /** Whether this end was asked about already; one that moved away was not. */
    @Transactional(readOnly = true)
    public boolean wasAsked(String client, LocalDate endsOn) {
        return of(client, endsOn).stream().anyMatch(check -> check.state() != State.MOVED);
    }

    /** The one that is under way or done for this end; empty where it may be asked about (again). */
    @Transactional(readOnly = true)
    public Optional<EndCheck> standing(String client, LocalDate endsOn) {
        return of(client, endsOn).stream()
                .filter(check -> check.state() == State.OPEN || check.state() == State.COMPARED)
                .findFirst();
    }

    private List<EndCheck> of(String client, LocalDate endsOn) {
        return jdbc.sql(
                        "select * from fl_end_check where client = :client and ends_on = :day order by business_key desc")
                .param("client", client)
                .param("day", Date.valueOf(endsOn))
                .query(EndChecks::check)
                .list();
    }

    /** Those under way that ask about another end of this client's plan than this. */
    @Transactional(readOnly = true)
    public List<EndCheck> openAboutAnotherDay(String client, LocalDate endsOn) {
        return jdbc.sql("select * from fl_end_check where client = :client and state = 'OPEN' and ends_on <> :day")
                .param("client", client)
                .param("day", Date.valueOf(endsOn))
                .query(EndChecks::check)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<EndCheck> find(String businessKey) {
        return jdbc.sql("select * from fl_end_check where business_key = :key")
                .param("key", businessKey)
                .query(EndChecks::check)
                .optional();
    }

    /** The version of the plan whose goals this is about. */
    @Transactional(readOnly = true)
    public Plan planOf(EndCheck check) {
        return plans.version(check.client(), check.version()).orElseThrow();
    }

    /** Draws what opens the page for one mail; nobody can ask for it a second time. */
    public String drawToken(String businessKey) {
        var token = LinkToken.draw();
        jdbc.sql(
                        """
                        insert into fl_end_check_token (hash, business_key) values (:hash, :key)
                        """)
                .param("hash", LinkToken.hash(token))
                .param("key", businessKey)
                .update();
        return token;
    }

    /** What this token opens, answered or closed as it may be; empty for whatever was never one. */
    @Transactional(readOnly = true)
    public Optional<EndCheck> opens(String token) {
        return jdbc.sql(
                        """
                        select c.* from fl_end_check c join fl_end_check_token t on t.business_key = c.business_key
                        where t.hash = :hash
                        """)
                .param("hash", LinkToken.hash(token))
                .query(EndChecks::check)
                .optional();
    }

    /** Whether the client's answer still counts: as long as the question is under way, and once. */
    @Transactional(readOnly = true)
    public boolean takesAnswer(EndCheck check) {
        return check.state() == State.OPEN && !check.clientHasAnswered();
    }

    /** The agency's own answer, given without sight of the client's; the last one stands. */
    public void answerForAgency(String businessKey, List<Verdict> verdicts, String by) {
        jdbc.sql(
                        """
                        update fl_end_check set agency_answered_at = :now, agency_answered_by = :by
                        where business_key = :key
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("by", by)
                .param("key", businessKey)
                .update();
        keep(businessKey, Side.AGENCY, verdicts);
    }

    /**
     * The client's answer; the first one stands.
     *
     * @param toldTo user id of whoever was told on the phone; null where the page was used
     * @return whether this was the first, while the question was open
     */
    public boolean answerForClient(String businessKey, List<Verdict> verdicts, @Nullable String toldTo) {
        var first = jdbc.sql(
                                """
                                update fl_end_check set client_answered_at = :now, told_to = :toldTo
                                where business_key = :key and state = 'OPEN' and client_answered_at is null
                                """)
                        .param("now", Timestamp.from(clock.instant()))
                        .param("toldTo", toldTo)
                        .param("key", businessKey)
                        .update()
                == 1;
        if (first) {
            keep(businessKey, Side.CLIENT, verdicts);
        }
        return first;
    }

    private void keep(String businessKey, Side side, List<Verdict> verdicts) {
        jdbc.sql("delete from fl_end_check_verdict where business_key = :key and side = :side")
                .param("key", businessKey)
                .param("side", side.name())
                .update();
        verdicts.forEach(verdict -> jdbc.sql(
                        """
                        insert into fl_end_check_verdict (business_key, side, goal, verdict, words)
                        values (:key, :side, :goal, :verdict, :words)
                        """)
                .param("key", businessKey)
                .param("side", side.name())
                .param("goal", verdict.goal())
                .param("verdict", verdict.verdict().name())
                .param("words", verdict.words())
                .update());
    }

    /** The client has longer to answer. */
    public void closesAt(String businessKey, Instant closesAt) {
        jdbc.sql("update fl_end_check set closes_at = :closes where business_key = :key")
                .param("closes", Timestamp.from(closesAt))
                .param("key", businessKey)
                .update();
    }

    /** What one side said; empty before. Whoever shows it sees to it that the two stay apart. */
    @Transactional(readOnly = true)
    public List<Verdict> verdicts(String businessKey, Side side) {
        return jdbc.sql("select * from fl_end_check_verdict where business_key = :key and side = :side order by goal")
                .param("key", businessKey)
                .param("side", side.name())
                .query((row, n) -> new Verdict(
                        row.getString("goal"), GoalVerdict.valueOf(row.getString("verdict")), row.getString("words")))
                .list();
    }

    /** Both sides, goal by goal; empty as long as one of them has not answered. */
    @Transactional(readOnly = true)
    public List<Comparison> compare(EndCheck check) {
        return check.agencyHasAnswered() && check.clientHasAnswered()
                ? Comparison.of(
                        planOf(check),
                        verdicts(check.businessKey(), Side.AGENCY),
                        verdicts(check.businessKey(), Side.CLIENT))
                : List.of();
    }

    /** What was learned when both answers lay side by side, and what follows; no person is at fault (C-27). */
    public void conclude(String businessKey, String learned, WhatNext next, String nextWords) {
        jdbc.sql(
                        """
                        update fl_end_check set learned = :learned, what_next = :next, next_words = :words
                        where business_key = :key
                        """)
                .param("learned", learned)
                .param("next", next.name())
                .param("words", nextWords.isEmpty() ? null : nextWords)
                .param("key", businessKey)
                .update();
    }

    /** It ends like this; nothing changes where it has ended. The day of one that was taken back may be asked about again. */
    public void end(String businessKey, State state) {
        jdbc.sql(
                        """
                        update fl_end_check set state = :state, ended_at = :now,
                            slot = case when cast(:keeps as boolean) then slot end
                        where business_key = :key and state = 'OPEN'
                        """)
                .param("state", state.name())
                .param("keeps", state == State.COMPARED || state == State.UNANSWERED)
                .param("now", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Ending> endings(String client, LocalDate endsOn) {
        var endings = new LinkedHashMap<String, Ending>();
        of(client, endsOn).stream()
                .filter(check -> check.state() == State.COMPARED)
                .findFirst()
                .ifPresent(check -> compare(check)
                        .forEach(one -> endings.put(
                                one.goal().id(),
                                new Ending(one.agency().verdict(), one.client().verdict()))));
        return endings;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(String businessKey) {
        return find(businessKey).map(this::facts).orElse(List.of());
    }

    private List<Fact> facts(EndCheck check) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact("Version of the plan", String.valueOf(check.version())));
        facts.add(new Fact("The plan ends on", check.endsOn().toString()));
        facts.add(new Fact("The agency's answers", check.agencyHasAnswered() ? "Given" : "Not yet"));
        facts.add(new Fact(
                "The client's answers",
                check.clientHasAnswered()
                        ? check.toldTo() == null ? "Given" : "Given, told to us"
                        : check.state() == State.OPEN ? "Not yet" : "None"));
        var both = compare(check);
        both.forEach(one -> facts.add(new Fact(
                one.goal().id() + ": " + one.goal().what(),
                "We: %s; they: %s; %s"
                        .formatted(
                                Comparison.inWords(one.agency().verdict()),
                                Comparison.inWords(one.client().verdict()),
                                one.gap().inWords()))));
        if (!both.isEmpty()) {
            facts.add(new Fact(
                    "Seen alike",
                    "%d of %d goals"
                            .formatted(
                                    both.stream()
                                            .filter(one -> one.gap() == Gap.NONE)
                                            .count(),
                                    both.size())));
        }
        return facts;
    }

    private static EndCheck check(ResultSet row, int number) throws SQLException {
        return new EndCheck(
                row.getString("business_key"),
                row.getString("client"),
                row.getInt("version"),
                row.getDate("ends_on").toLocalDate(),
                row.getString("contact"),
                State.valueOf(row.getString("state")),
                row.getTimestamp("closes_at").toInstant(),
                instant(row, "agency_answered_at"),
                instant(row, "client_answered_at"),
                row.getString("told_to"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
