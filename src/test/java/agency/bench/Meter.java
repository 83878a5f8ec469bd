package agency.bench;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what goes to the database: statements (each entry of a batch is one), changed rows, commits. */
public final class Meter implements BeanPostProcessor {

    private final LongAdder statements = new LongAdder();
    private final LongAdder changedRows = new LongAdder();
    private final LongAdder commits = new LongAdder();
    private final LongAdder writingCommits = new LongAdder();
    private final Map<String, LongAdder> byText = new ConcurrentHashMap<>();

    /** What was counted so far. */
    public record Count(long statements, long changedRows, long commits, long writingCommits) {

        Count since(Count earlier) {
            return new Count(
                    statements - earlier.statements,
                    changedRows - earlier.changedRows,
                    commits - earlier.commits,
                    writingCommits - earlier.writingCommits);
        }
    }

    public Count count() {
        return new Count(statements.sum(), changedRows.sum(), commits.sum(), writingCommits.sum());
    }

    /** How often each statement ran so far, by what it does to which table. */
    public Map<String, Long> byText() {
        var counts = new HashMap<String, Long>();
        byText.forEach((text, count) -> counts.put(text, count.sum()));
        return counts;
    }

    private static final Pattern FIRST_TABLE =
            Pattern.compile("(?:from|into|update|join)\\s+\\(?\\s*((?:ACT|fl)_\\w+)", Pattern.CASE_INSENSITIVE);

    private static String inShort(String sql) {
        var words = sql.strip().split("\\s+", 2);
        var table = FIRST_TABLE.matcher(sql);
        return words[0].toLowerCase(Locale.ROOT) + " " + (table.find() ? table.group(1) : "");
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof DataSource source ? new Metered(source) : bean;
    }

    private final class Metered extends DelegatingDataSource {

        private Metered(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return metered(super.getConnection());
        }
    }

    private Connection metered(Connection connection) {
        // Only the thread that has borrowed the connection uses it.
        var wrote = new boolean[1];
        return proxy(Connection.class, connection, (method, args, answer) -> {
            switch (method.getName()) {
                case "prepareStatement", "createStatement", "prepareCall" -> {
                    var text = args == null || !(args[0] instanceof String sql) ? "other" : inShort(sql);
                    return metered((Statement) answer, wrote, byText.computeIfAbsent(text, key -> new LongAdder()));
                }
                case "commit" -> {
                    commits.increment();
                    if (wrote[0]) {
                        writingCommits.increment();
                    }
                    wrote[0] = false;
                }
                case "rollback" -> wrote[0] = false;
                default -> {}
            }
            return answer;
        });
    }

    private Statement metered(Statement statement, boolean[] wrote, LongAdder runs) {
        var type = statement instanceof java.sql.PreparedStatement ? java.sql.PreparedStatement.class : Statement.class;
        return proxy(type, statement, (method, args, answer) -> {
            var name = method.getName();
            if (name.equals("addBatch") || name.startsWith("execute") && !name.equals("executeBatch")) {
                statements.increment();
                runs.increment();
            }
            long changed = 0;
            if (answer instanceof Integer rows) {
                changed = name.startsWith("execute") ? rows : 0;
            } else if (answer instanceof int[] rows) {
                for (int row : rows) {
                    changed += row == Statement.SUCCESS_NO_INFO ? 1 : Math.max(0, row);
                }
            } else if (name.equals("execute") && Boolean.FALSE.equals(answer)) {
                changed = Math.max(0, statement.getUpdateCount());
            }
            if (changed > 0) {
                changedRows.add(changed);
                wrote[0] = true;
            }
            return answer;
        });
    }

    private interface After {
        Object seen(Method method, Object[] args, Object answer) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Object target, After after) {
        return type.cast(
                Proxy.newProxyInstance(Meter.class.getClassLoader(), new Class<?>[] {type}, (self, method, args) -> {
                    try {
                        return after.seen(method, args, method.invoke(target, args));
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
