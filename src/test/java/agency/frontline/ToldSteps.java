package agency.frontline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Notes which steps of which flows have been passed, a file for each of the JVMs that the tests run in; the build forgets
 * them before it tests.
 */
final class ToldSteps implements TestExecutionListener {

    private static final Path NOTES = Path.of("target", "told-steps");

    @Override
    public void afterTestClass(TestContext test) {
        var told = test.getApplicationContext()
                .getBean(JdbcClient.class)
                .sql("select distinct proc_def_key_, act_id_ from act_hi_actinst order by proc_def_key_, act_id_")
                .query((row, n) -> row.getString(1) + " " + row.getString(2))
                .list();
        try {
            Files.createDirectories(NOTES);
            Files.write(NOTES.resolve(ProcessHandle.current().pid() + ".txt"), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The ids of the steps of a process that any test has passed. */
    static Set<String> of(String process) {
        if (!Files.isDirectory(NOTES)) {
            return Set.of();
        }
        try (var notes = Files.list(NOTES)) {
            var steps = new TreeSet<String>();
            for (var note : notes.collect(Collectors.toList())) {
                Files.readAllLines(note).stream()
                        .filter(line -> line.startsWith(process + " "))
                        .map(line -> line.substring(process.length() + 1))
                        .forEach(steps::add);
            }
            return steps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
