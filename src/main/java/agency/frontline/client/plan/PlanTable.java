package agency.frontline.client.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans as rows. */
@Component
class PlanTable {

    private static final List<String> NUMBERED = List.of(
            "fl_plan_goal", "fl_plan_sign", "fl_plan_premise", "fl_plan_section", "fl_plan_work_item", "fl_plan_scope");

    private final JdbcClient jdbc;
    private final Clock clock;

    PlanTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<Integer> newestVersion(String client) {
        return jdbc.sql("select max(version) from fl_plan where client = :client")
                .param("client", client)
                .query((row, n) -> Optional.ofNullable(row.getObject(1, Integer.class)))
                .single();
    }

    /** Lets nobody else at this client's plan until the transaction ends; false when there is none. */
    boolean lock(String client) {
        return jdbc.sql("select version from fl_plan where client = :client and version = 1 for update")
                .param("client", client)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Every number that any version has given. */
    Set<String> numbers(String client) {
        var union = NUMBERED.stream()
                .map(table -> "select id from " + table + " where client = :client")
                .collect(Collectors.joining(" union "));
        return jdbc.sql(union).param("client", client).query(String.class).set();
    }

    /** Whether this is the first warning of it. */
    boolean warn(Plan plan, String subject) {
        var known = jdbc.sql(
                        """
                        select count(*) from fl_plan_warning
                        where client = :client and version = :version and subject = :subject
                        """)
                .param("client", plan.client())
                .param("version", plan.version())
                .param("subject", subject)
                .query(Integer.class)
                .single();
        if (known > 0) {
            return false;
        }
        insert(plan, "fl_plan_warning", Map.of("subject", subject, "raised_at", Timestamp.from(clock.instant())));
        return true;
    }

    void insert(Plan plan) {
        var content = plan.content();
        insert(
                plan,
                "fl_plan",
                columns(
                        "reason",
                        content.reason(),
                        "hours",
                        plan.budget().hours(),
                        "money",
                        plan.budget().money(),
                        "currency",
                        plan.budget().currency().getCurrencyCode(),
                        "ends_on",
                        plan.endsOn(),
                        "recorded_by",
                        plan.recordedBy(),
                        "recorded_at",
                        Timestamp.from(plan.recordedAt()),
                        "agreed_in",
                        plan.agreedIn()));
        each(
                plan,
                "fl_plan_goal",
                plan.goals(),
                goal -> columns("id", goal.id(), "what", goal.what(), "measure", goal.measure()));
        for (var goal : plan.goals()) {
            each(
                    plan,
                    "fl_plan_sign",
                    goal.signs(),
                    sign -> columns("id", sign.id(), "goal", goal.id(), "what", sign.what(), "local_day", sign.day()));
        }
        each(
                plan,
                "fl_plan_premise",
                plan.premises(),
                premise -> columns(
                        "id",
                        premise.id(),
                        "what",
                        premise.what(),
                        "state",
                        premise.state().name(),
                        "because",
                        premise.because()));
        each(
                plan,
                "fl_plan_section",
                plan.sections(),
                section -> columns("id", section.id(), "title", section.title(), "words", section.text()));
        each(
                plan,
                "fl_plan_work_item",
                plan.workItems(),
                item -> columns(
                        "id",
                        item.id(),
                        "what",
                        item.what(),
                        "due_day",
                        item.due(),
                        "hours",
                        item.hours(),
                        "money",
                        item.money()));
        each(plan, "fl_plan_scope", plan.scopeIn(), item -> scope("IN", item));
        each(plan, "fl_plan_scope", plan.scopeOut(), item -> scope("OUT", item));
        each(
                plan,
                "fl_plan_buy_in",
                plan.buyIns(),
                buyIn -> columns("name", buyIn.name(), "contact", buyIn.contact(), "local_day", buyIn.day()));
    }

    private static Map<String, @Nullable Object> scope(String side, ScopeItem item) {
        return columns("id", item.id(), "side", side, "what", item.what(), "because", item.because());
    }

    private <T> void each(Plan plan, String table, List<T> parts, Function<T, Map<String, @Nullable Object>> columns) {
        for (int place = 0; place < parts.size(); place++) {
            var row = new LinkedHashMap<>(columns.apply(parts.get(place)));
            row.put("place", place);
            insert(plan, table, row);
        }
    }

    private void insert(Plan plan, String table, Map<String, ? extends @Nullable Object> columns) {
        var row = new LinkedHashMap<String, @Nullable Object>(columns);
        row.put("client", plan.client());
        row.put("version", plan.version());
        jdbc.sql("insert into %s (%s) values (:%s)"
                        .formatted(table, String.join(", ", row.keySet()), String.join(", :", row.keySet())))
                .params(row)
                .update();
    }

    /** Names and values by turns. */
    private static Map<String, @Nullable Object> columns(@Nullable Object... cells) {
        var columns = new LinkedHashMap<String, @Nullable Object>();
        for (int i = 0; i < cells.length; i += 2) {
            columns.put((String) cells[i], cells[i + 1]);
        }
        return columns;
    }

    private record Head(
            String reason,
            Budget budget,
            LocalDate endsOn,
            String recordedBy,
            Instant recordedAt,
            @Nullable String agreedIn) {}

    private record SignOf(String goal, EarlySign sign) {}

    Optional<Plan> find(String client, int version) {
        var heads = rows(
                "fl_plan",
                "version",
                client,
                version,
                row -> new Head(
                        row.getString("reason"),
                        new Budget(
                                row.getBigDecimal("hours"),
                                row.getBigDecimal("money"),
                                Currency.getInstance(row.getString("currency"))),
                        row.getObject("ends_on", LocalDate.class),
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant(),
                        row.getString("agreed_in")));
        return heads.stream().findFirst().map(head -> plan(client, version, head));
    }

    private Plan plan(String client, int version, Head head) {
        var signs = rows(
                        "fl_plan_sign",
                        "place, id",
                        client,
                        version,
                        sign -> new SignOf(
                                sign.getString("goal"),
                                new EarlySign(
                                        sign.getString("id"),
                                        sign.getString("what"),
                                        sign.getObject("local_day", LocalDate.class))))
                .stream()
                .collect(Collectors.groupingBy(SignOf::goal, Collectors.mapping(SignOf::sign, Collectors.toList())));
        var content = new PlanDraft(
                head.reason(),
                rows(
                        "fl_plan_goal",
                        "place",
                        client,
                        version,
                        goal -> new Goal(
                                goal.getString("id"),
                                goal.getString("what"),
                                goal.getString("measure"),
                                signs.getOrDefault(goal.getString("id"), List.of()))),
                rows(
                        "fl_plan_premise",
                        "place",
                        client,
                        version,
                        premise -> new Premise(
                                premise.getString("id"),
                                premise.getString("what"),
                                PremiseState.valueOf(premise.getString("state")),
                                premise.getString("because"))),
                rows(
                        "fl_plan_section",
                        "place",
                        client,
                        version,
                        section -> new Section(
                                section.getString("id"), section.getString("title"), section.getString("words"))),
                rows(
                        "fl_plan_work_item",
                        "place",
                        client,
                        version,
                        item -> new WorkItem(
                                item.getString("id"),
                                item.getString("what"),
                                item.getObject("due_day", LocalDate.class),
                                item.getBigDecimal("hours"),
                                item.getBigDecimal("money"))),
                scope(client, version, "IN"),
                scope(client, version, "OUT"),
                head.budget(),
                head.endsOn(),
                rows(
                        "fl_plan_buy_in",
                        "place",
                        client,
                        version,
                        buyIn -> new BuyIn(
                                buyIn.getString("name"),
                                buyIn.getString("contact"),
                                buyIn.getObject("local_day", LocalDate.class))));
        return new Plan(client, version, content, head.recordedBy(), head.recordedAt(), head.agreedIn());
    }

    private List<ScopeItem> scope(String client, int version, String side) {
        return rows(
                        "fl_plan_scope",
                        "place",
                        client,
                        version,
                        item -> Map.entry(
                                item.getString("side"),
                                new ScopeItem(item.getString("id"), item.getString("what"), item.getString("because"))))
                .stream()
                .filter(item -> item.getKey().equals(side))
                .map(Map.Entry::getValue)
                .toList();
    }

    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> rows(String table, String order, String client, int version, Reading<T> reading) {
        return jdbc.sql("select * from " + table + " where client = :client and version = :version order by " + order)
                .param("client", client)
                .param("version", version)
                .query((row, n) -> reading.of(row))
                .list();
    }
}
