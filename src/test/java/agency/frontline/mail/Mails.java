package agency.frontline.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The corpus of raw mails under {@code src/test/resources/mails}, each named after the row it stands for. */
final class Mails {

    private Mails() {}

    static byte[] source(String name) {
        try (var in = Mails.class.getResourceAsStream("/mails/" + name + ".eml")) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** All of the corpus, by name. */
    static List<String> names() {
        try (var files = Files.list(Path.of("src/test/resources/mails"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".eml"))
                    .map(name -> name.substring(0, name.length() - ".eml".length()))
                    .sorted()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static IncomingMail read(String name) {
        return read(source(name));
    }

    static IncomingMail read(byte[] source) {
        try {
            return new MailReader(settings()).read(source);
        } catch (Unreadable refused) {
            throw new AssertionError(refused);
        }
    }

    /** A plain mail; header lines end in a line feed. */
    static byte[] of(String headers, String text) {
        return (headers + "\n" + text).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    static MailSettings settings(String... namesAndValues) {
        var values = new HashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put("frontline.mail." + namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Binder(new MapConfigurationPropertySource(Map.copyOf(values)))
                .bindOrCreate("frontline.mail", MailSettings.class);
    }
}
