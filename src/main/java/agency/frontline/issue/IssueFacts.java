package agency.frontline.issue;

import agency.frontline.casefile.CaseFacts;
import agency.frontline.casefile.OpenMatters;
import agency.frontline.casefile.Status;
import agency.frontline.client.Channel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The facts of each issue that the measures of the agency are made of (capabilities, Measures), written as they happen. */
@Component
@Transactional
public class IssueFacts implements CaseFacts, OpenMatters {

    private final JdbcClient jdbc;
    private final Clock clock;

    IssueFacts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param loggedBy user id of who typed it; null for mail and web
     * @param bypassed the client went straight to a specialist (C-11)
     * @param reopenings how often the matter came back before
     */
    public void logged(
            String businessKey,
            Requester requester,
            Channel channel,
            boolean proactive,
            @Nullable String loggedBy,
            boolean bypassed,
            int reopenings) {
        jdbc.sql(
                        """
                        insert into fl_issue (business_key, requester, channel, proactive, logged_by, bypassed, reopenings)
                        values (:key, :requester, :channel, :proactive, :loggedBy, :bypassed, :reopenings)
                        """)
                .param("key", businessKey)
                .param("requester", requester.name())
                .param("channel", channel.name())
                .param("proactive", proactive)
                .param("loggedBy", loggedBy)
                .param("bypassed", bypassed)
                .param("reopenings", reopenings)
                .update();
    }

    public void diagnosed(String businessKey, Diagnosis diagnosis) {
        jdbc.sql(
                        """
                        update fl_issue set kind = :kind, asked_for = :askedFor, really_needs = :needs,
                            confidence = :confidence where business_key = :key
                        """)
                .param("kind", diagnosis.kind().name())
                .param("askedFor", diagnosis.askedFor())
                .param("needs", diagnosis.reallyNeeds())
                .param("confidence", diagnosis.confidence().name())
                .param("key", businessKey)
                .update();
    }

    /** Somebody called it an emergency, for this reason; such cases are counted apart (C-07). */
    public void emergency(String businessKey, String reason) {
        jdbc.sql("update fl_issue set emergency_reason = :reason where business_key = :key")
                .param("reason", reason)
                .param("key", businessKey)
                .update();
    }

    /** The specialists of an emergency are named. */
    public void triaged(String businessKey) {
        jdbc.sql("update fl_issue set triaged_at = coalesce(triaged_at, :at) where business_key = :key")
                .param("at", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    /** The client heard our own view; nothing changes where specialists had been asked before that (C-10). */
    public void viewTold(String businessKey) {
        jdbc.sql(
                        """
                        update fl_issue set told_before_referral = true
                        where business_key = :key and referred_at is null
                        """)
                .param("key", businessKey)
                .update();
    }

    /** Specialists are asked: unless the client has heard our view, the issue is passed through, for good (C-10). */
    public void referred(String businessKey) {
        jdbc.sql(
                        """
                        update fl_issue set referred_at = :at, told_before_referral = coalesce(told_before_referral, false)
                        where business_key = :key and referred_at is null
                        """)
                .param("at", Timestamp.from(clock.instant()))
                .param("key", businessKey)
                .update();
    }

    public void opinion(String businessKey, String specialists, @Nullable String by, Verdict verdict) {
        jdbc.sql(
                        """
                        insert into fl_opinion (business_key, specialists, given_by, verdict, given_at)
                        values (:key, :specialists, :by, :verdict, :at)
                        """)
                .param("key", businessKey)
                .param("specialists", specialists)
                .param("by", by)
                .param("verdict", verdict.name())
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** @param relayedShare per cent of the reply that are specialists' own words (C-39) */
    public void replied(String businessKey, Stance stance, int relayedShare, boolean viewStated) {
        jdbc.sql(
                        """
                        update fl_issue set stance = :stance, relayed_share = :share, view_stated = :view
                        where business_key = :key
                        """)
                .param("stance", stance.name())
                .param("share", relayedShare)
                .param("view", viewStated)
                .param("key", businessKey)
                .update();
    }

    public void closed(String businessKey, Closing closing, int reopenings) {
        jdbc.sql(
                        """
                        update fl_issue set resolution = :resolution, purpose_met = :purpose, mood_before = :before,
                            mood_after = :after, reopenings = :reopenings where business_key = :key
                        """)
                .param("resolution", closing.resolution().name())
                .param(
                        "purpose",
                        closing.purposeMet() == null
                                ? null
                                : closing.purposeMet().name())
                .param("before", closing.moodBefore())
                .param("after", closing.moodAfter())
                .param("reopenings", reopenings)
                .param("key", businessKey)
                .update();
    }

    /** How many issues of a client were thought to be over and were not, of all that were open in some days. */
    public record Back(int back, int of) {}

    /** Merged cases do not count, for the one that carries them on does. */
    @Transactional(readOnly = true)
    public Back back(String client, int days) {
        return jdbc.sql(
                        """
                        select count(case when i.reopenings > 0 then 1 end) back, count(*) total
                        from fl_case c join fl_issue i on i.business_key = c.business_key
                        where c.client = :client and c.status <> :merged and (c.ended_at is null or c.ended_at > :since)
                        """)
                .param("client", client)
                .param("merged", Status.MERGED.name())
                .param("since", Timestamp.from(clock.instant().minus(Duration.ofDays(days))))
                .query((row, number) -> new Back(row.getInt("back"), row.getInt("total")))
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Matter> openAt(String client) {
        return jdbc.sql(
                        """
                        select i.business_key, i.kind from fl_issue i join fl_case c on c.business_key = i.business_key
                        where c.client = :client and c.ended_at is null and i.kind is not null order by c.started_at
                        """)
                .param("client", client)
                .query((row, number) -> new Matter(row.getString("business_key"), row.getString("kind")))
                .list();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(String businessKey) {
        return jdbc.sql("select * from fl_issue where business_key = :key")
                .param("key", businessKey)
                .query((row, number) -> facts(row))
                .optional()
                .orElse(List.of());
    }

    private static List<Fact> facts(ResultSet row) throws SQLException {
        var facts = new ArrayList<Fact>();
        add(facts, "Kind of issue", word(row.getString("kind")));
        add(facts, "Raised by", raisedBy(row));
        add(facts, "Emergency", row.getString("emergency_reason"));
        add(facts, "They asked for", row.getString("asked_for"));
        add(facts, "They really need", row.getString("really_needs"));
        add(facts, "Confidence of the first diagnosis", word(row.getString("confidence")));
        if (row.getTimestamp("referred_at") != null) {
            add(
                    facts,
                    "Client heard our view before specialists were asked",
                    row.getBoolean("told_before_referral")
                            ? "Yes"
                            : row.getTimestamp("triaged_at") == null
                                    ? "No, passed through"
                                    : "No, it was an emergency");
        }
        add(facts, "Stance of the last reply", word(row.getString("stance")));
        var share = row.getInt("relayed_share");
        if (!row.wasNull()) {
            add(facts, "Specialists' own words in the last reply", share + " %");
        }
        add(facts, "Resolution", word(row.getString("resolution")));
        add(facts, "Got what they really need", word(row.getString("purpose_met")));
        if (row.getString("mood_before") != null) {
            add(facts, "Mood before and after, 1 to 5", row.getInt("mood_before") + ", " + row.getInt("mood_after"));
        }
        if (row.getInt("reopenings") > 0) {
            add(facts, "Came back", row.getInt("reopenings") + " times");
        }
        return facts;
    }

    private static String raisedBy(ResultSet row) throws SQLException {
        var who = row.getBoolean("proactive")
                ? "us, as an opportunity"
                : "the " + row.getString("requester").toLowerCase(Locale.ROOT);
        return row.getBoolean("bypassed") ? who + ", straight to a specialist" : who;
    }

    /** A constant as a reader would write it: "ACCOUNT_AT_RISK" as "Account at risk". */
    private static @Nullable String word(@Nullable String constant) {
        return constant == null
                ? null
                : constant.charAt(0)
                        + constant.substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void add(List<Fact> facts, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new Fact(name, value));
        }
    }
}
