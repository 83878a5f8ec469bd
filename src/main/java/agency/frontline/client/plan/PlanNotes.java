package agency.frontline.client.plan;

import agency.frontline.client.Client;
import agency.frontline.text.Answers;
import agency.frontline.text.Refusal;
import agency.frontline.text.SafeText;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the account manager notes beside a plan while it runs: which early signs were seen (C-81), and what is normal now
 * (C-80). Nothing is overwritten; the newest note holds.
 */
@Component
@Transactional
public class PlanNotes {

    /** The field names that a refusal gives. */
    public static final String SIGN = "sign";

    public static final String SEEN = "seen";
    public static final String DAY = "day";
    public static final String NORMAL = "normal";

    private static final int WORDS_AT_MOST = 4000;

    private final JdbcClient jdbc;
    private final Plans plans;
    private final Clock clock;

    PlanNotes(JdbcClient jdbc, Plans plans, Clock clock) {
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    /**
     * Somebody looked for an early sign of the newest version: {@code sign} is its number, {@code seen} YES or NO,
     * {@code day} the day on which they looked, today where it is left out.
     *
     * @param by user id
     */
    public void look(Client client, Answers answers, String by) {
        var today = LocalDate.ofInstant(clock.instant(), client.timeZone());
        var sign = answers.text(SIGN);
        var known = plans.latest(client.code())
                .map(plan -> plan.goals().stream()
                        .flatMap(goal -> goal.signs().stream())
                        .anyMatch(one -> one.id().equals(sign)))
                .orElse(false);
        if (!known) {
            answers.refuse(SIGN, "Choose an early sign of the plan that holds now.");
        }
        var seen = answers.text(SEEN);
        if (!seen.equals("YES") && !seen.equals("NO")) {
            answers.refuse(SEEN, "Say YES if it was there, or NO.");
        }
        var written = answers.day(DAY);
        if (written != null && written.isAfter(today)) {
            answers.refuse(DAY, "Give the day on which you looked: today or an earlier one.");
        }
        answers.done();
        jdbc.sql(
                        """
                        insert into fl_plan_sign_look (client, sign, seen, seen_on, noted_by, noted_at)
                        values (:client, :sign, :seen, :day, :by, :now)
                        """)
                .param("client", client.code())
                .param("sign", sign)
                .param("seen", seen.equals("YES"))
                .param("day", Date.valueOf(written == null ? today : written))
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** The newest look at each sign, by its number. */
    @Transactional(readOnly = true)
    public Map<String, SignLook> looks(String client) {
        var looks = new LinkedHashMap<String, SignLook>();
        jdbc.sql("select * from fl_plan_sign_look where client = :client order by id")
                .param("client", client)
                .query((row, n) -> new SignLook(
                        row.getString("sign"),
                        row.getBoolean("seen"),
                        row.getDate("seen_on").toLocalDate(),
                        row.getString("noted_by"),
                        row.getTimestamp("noted_at").toInstant()))
                .list()
                .forEach(look -> looks.put(look.sign(), look));
        return looks;
    }

    /**
     * What is normal now, in the manager's own words.
     *
     * @param by user id
     */
    public record Normal(String words, String by, Instant at) {}

    /**
     * What the manager wrote for this phase in this language; empty where they wrote nothing, or took it back.
     *
     * @param language a BCP 47 tag that we can write in
     */
    @Transactional(readOnly = true)
    public Optional<Normal> normal(String client, PlanPhase phase, String language) {
        return jdbc.sql(
                        """
                        select * from fl_plan_normal
                        where client = :client and phase = :phase and language = :language
                        order by id desc fetch first row only
                        """)
                .param("client", client)
                .param("phase", phase.name())
                .param("language", language)
                .query((row, n) -> new Normal(
                        row.getString("words"),
                        row.getString("noted_by"),
                        row.getTimestamp("noted_at").toInstant()))
                .optional()
                .filter(normal -> !normal.words().isEmpty());
    }

    /**
     * Keeps what is normal in this phase; blank takes it back, and what is suggested holds again.
     *
     * @param by user id
     */
    public void normal(Client client, PlanPhase phase, String language, String words, String by) {
        var clean = SafeText.clean(words).strip();
        if (clean.length() > WORDS_AT_MOST) {
            throw Refusal.of(
                    NORMAL, "Say it in at most %d characters; these are %d.".formatted(WORDS_AT_MOST, clean.length()));
        }
        jdbc.sql(
                        """
                        insert into fl_plan_normal (client, phase, language, words, noted_by, noted_at)
                        values (:client, :phase, :language, :words, :by, :now)
                        """)
                .param("client", client.code())
                .param("phase", phase.name())
                .param("language", language)
                .param("words", clean)
                .param("by", by)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
