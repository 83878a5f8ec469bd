package agency.frontline.engine;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/**
 * A program that is there to be killed: it writes to an H2 file as the engine does, much and in small commits, while
 * {@link H2Housekeeping} tidies up, and prints each number once its commit is acknowledged.
 */
final class CommitsForEver {

    static final String ACKNOWLEDGED = "acknowledged ";

    private static final int TABLES = 12;
    private static final int WRITERS = 12;

    private final HikariDataSource database;

    private CommitsForEver(HikariDataSource database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        try (var database = open(arguments[0])) {
            housekeeping(database).start();
            var program = new CommitsForEver(database);
            program.createTables();
            for (int number = program.last() + 1; ; number++) {
                program.commit(number);
                System.out.println(ACKNOWLEDGED + number);
            }
        }
    }

    static HikariDataSource open(String url) {
        var database = new HikariDataSource();
        database.setJdbcUrl(url);
        database.setUsername("frontline");
        database.setPassword("");
        database.setMaximumPoolSize(WRITERS + 1);
        return database;
    }

    static H2Housekeeping housekeeping(HikariDataSource database) {
        var beans = new StaticListableBeanFactory();
        beans.addBean("dataSource", database);
        return new H2Housekeeping(beans.getBeanProvider(javax.sql.DataSource.class));
    }

    /** Writes the given number of commits, by many at once who wait for each other. */
    static void write(HikariDataSource database, int commits) throws Exception {
        var program = new CommitsForEver(database);
        program.createTables();
        var numbers = new AtomicInteger();
        var writers = Executors.newFixedThreadPool(WRITERS);
        try {
            var all = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                all.add(writers.submit(() -> {
                    for (int n = numbers.incrementAndGet(); n <= commits; n = numbers.incrementAndGet()) {
                        program.commit(n);
                    }
                    return null;
                }));
            }
            for (var writer : all) {
                writer.get();
            }
        } finally {
            writers.shutdownNow();
        }
    }

    /** One more, in tables that are there. */
    static void commit(HikariDataSource database, int number) throws SQLException {
        new CommitsForEver(database).commit(number);
    }

    private void createTables() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table if not exists acknowledged (id int primary key)");
            for (int table = 0; table < TABLES; table++) {
                statement.execute(
                        "create table if not exists t%d (id int, n int, words varchar(4000), primary key (id))"
                                .formatted(table));
                statement.execute("create index if not exists i%1$d on t%1$d (n)".formatted(table));
            }
        }
    }

    private int last() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery("select coalesce(max(id), 0) from acknowledged")) {
            answer.next();
            return answer.getInt(1);
        }
    }

    /** Each case leaves a few rows and takes many away again, as tokens, jobs and tasks do. */
    private void commit(int number) throws SQLException {
        var random = new Random(number);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int table = 0; table < TABLES; table++) {
                statement.execute("insert into t%d values (%d, %d, '%s')"
                        .formatted(table, number, random.nextInt(), words(random)));
                if (random.nextInt(10) < 8) {
                    statement.execute("delete from t%d where id = %d".formatted(table, number - 20));
                }
            }
            statement.execute("insert into acknowledged values (" + number + ")");
            connection.commit();
        }
    }

    /** Such as no compression makes smaller. */
    private static String words(Random random) {
        return random.ints(random.nextInt(300), 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
