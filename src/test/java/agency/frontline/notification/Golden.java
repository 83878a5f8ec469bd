package agency.frontline.notification;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.mail.OutgoingMail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds a mail to its committed copy under {@code src/test/resources/letters}, so that a change of wording is seen in
 * review. Run the tests with {@code -Dletters=write} to take the new wording over.
 */
final class Golden {

    private static final Path COMMITTED = Path.of("src/test/resources/letters");
    private static final Path RENDERED = Path.of("target/letters");

    private Golden() {}

    static void hold(String name, OutgoingMail mail) {
        holdFile(name + ".txt", "Subject: " + mail.subject() + "\n\n" + mail.text());
        holdFile(name + ".html", mail.html());
    }

    private static void holdFile(String name, String content) {
        try {
            var rendered = RENDERED.resolve(name);
            write(rendered, content);
            var committed = COMMITTED.resolve(name);
            if ("write".equals(System.getProperty("letters"))) {
                write(committed, content);
            }
            assertThat(committed)
                    .as("no committed copy of %s; run with -Dletters=write", name)
                    .exists();
            assertThat(rendered).hasSameTextualContentAs(committed);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void write(Path file, String content) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
