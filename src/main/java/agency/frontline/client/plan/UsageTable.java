package agency.frontline.client.plan;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other tools reported, day by day. */
@Component
class UsageTable {

    /** Stands for the plan as a whole; the number of no work item. */
    static final String PLAN = "PLAN";

    private final JdbcClient jdbc;
    private final Clock clock;

    UsageTable(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The newest word on each, column by column: what a report left out, an earlier one may have said. */
    record Latest(
            LocalDate asOf,
            @Nullable BigDecimal hours,
            @Nullable BigDecimal money,
            @Nullable Integer progress,
            @Nullable LocalDate forecast) {

        Latest then(Latest newer) {
            return new Latest(
                    newer.asOf,
                    newer.hours == null ? hours : newer.hours,
                    newer.money == null ? money : newer.money,
                    newer.progress == null ? progress : newer.progress,
                    newer.forecast == null ? forecast : newer.forecast);
        }
    }

    private record Row(String item, Latest said) {}

    Map<String, Latest> latest(String client) {
        var latest = new HashMap<String, Latest>();
        jdbc.sql("select * from fl_plan_usage where client = :client order by as_of")
                .param("client", client)
                .query((row, n) -> new Row(
                        row.getString("work_item"),
                        new Latest(
                                row.getObject("as_of", LocalDate.class),
                                row.getBigDecimal("hours_used"),
                                row.getBigDecimal("money_used"),
                                row.getObject("progress", Integer.class),
                                row.getObject("forecast", LocalDate.class))))
                .list()
                .forEach(row -> latest.merge(row.item(), row.said(), Latest::then));
        return latest;
    }

    void put(String client, LocalDate asOf, UsageReport.Line line, String by) {
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("client", client);
        columns.put("item", line.workItem() == null ? PLAN : line.workItem());
        columns.put("asOf", asOf);
        columns.put("hours", line.hoursUsed());
        columns.put("money", line.moneyUsed());
        columns.put("progress", line.progress());
        columns.put("forecast", line.forecast());
        columns.put("by", by);
        columns.put("at", Timestamp.from(clock.instant()));
        var known = jdbc.sql(
                        """
                        update fl_plan_usage set hours_used = :hours, money_used = :money, progress = :progress,
                            forecast = :forecast, reported_by = :by, reported_at = :at
                        where client = :client and work_item = :item and as_of = :asOf
                        """)
                .params(columns)
                .update();
        if (known == 0) {
            jdbc.sql(
                            """
                            insert into fl_plan_usage (client, work_item, as_of, hours_used, money_used, progress,
                                forecast, reported_by, reported_at)
                            values (:client, :item, :asOf, :hours, :money, :progress, :forecast, :by, :at)
                            """)
                    .params(columns)
                    .update();
        }
    }
}
