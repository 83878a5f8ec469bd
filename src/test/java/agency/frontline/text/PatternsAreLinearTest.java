package agency.frontline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("No text makes a pattern of ours work out of proportion to its length (L07)")
class PatternsAreLinearTest {

    private static final Path CLASSES = Path.of("target/classes");
    private static final int LENGTH = 2_000;

    /** What stands in for a regex to stumble over: repeated to the length, and then something else. */
    private static final List<String> HOSTILE = List.of(
            "a",
            "A",
            " ",
            "\t",
            "\n",
            "\r\n",
            "\r\n\r\n",
            " \n",
            ">",
            "> ",
            ":",
            "re:",
            "re: ",
            "re :",
            "fwd: re: ",
            "<",
            "<a",
            "<a@",
            "@",
            "a@",
            "a@a.",
            "=",
            "-",
            "- ",
            "_",
            "0",
            "0:",
            "00:00",
            "1.2",
            "(",
            "()",
            "[",
            "[iss:",
            "AAA-",
            "AAA-2026-",
            "AAA-2026-00001",
            "wrote",
            "wrote :",
            "schrieb ",
            "a écrit ",
            "from: ",
            "message-id:",
            "Message-ID: <",
            "> message-id: ",
            "4",
            "451 ",
            " 550-",
            "rejected",
            "out of office ",
            "no-reply",
            "undeliver",
            "${",
            "${a",
            "#{",
            "\\",
            "'",
            "\"",
            ",",
            ";",
            "; ",
            ".",
            "a.b",
            "a-",
            "é",
            "ż",
            "😀",
            "/",
            "{",
            "{a}",
            "%",
            "&",
            "re:\t",
            "on 1 ",
            "dnia ",
            "|");

    /** They read our own files only. */
    private static final Set<String> FOR_OUR_TEMPLATES =
            Set.of("agency.frontline.notification.MailTemplates.EXPRESSION");

    @Test
    void workGrowsAsTheText() throws Exception {
        var patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(30);

        var tooMuch = new ArrayList<String>();
        patterns.keySet().removeAll(FOR_OUR_TEMPLATES);
        patterns.forEach((name, pattern) -> {
            for (var piece : HOSTILE) {
                for (var end : List.of("", "!")) {
                    if (steps(pattern, piece, end, 2 * LENGTH)
                            > 3 * steps(pattern, piece, end, LENGTH) + 20L * LENGTH) {
                        tooMuch.add("%s at '%s'".formatted(name, piece));
                    }
                }
            }
        });
        assertThat(tooMuch).isEmpty();
    }

    /** How many characters the pattern looks at, however it is asked; it gives up where it would never end. */
    private static long steps(Pattern pattern, String piece, String end, int length) {
        var text = new Counted(piece.repeat(length / piece.length()) + end);
        try {
            var matcher = pattern.matcher(text);
            while (matcher.find()) {
                // from one to the next
            }
            pattern.matcher(text).matches();
        } catch (Counted.Enough | StackOverflowError enough) {
            return Counted.MOST;
        }
        return text.count;
    }

    private static final class Counted implements CharSequence {

        static final long MOST = 5_000_000;

        private final String text;
        private long count;

        Counted(String text) {
            this.text = text;
        }

        private static final class Enough extends RuntimeException {}

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (++count > MOST) {
                throw new Enough();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** All constants of ours, by class and name. */
    private static Map<String, Pattern> patterns() throws IOException, ReflectiveOperationException {
        var found = new TreeMap<String, Pattern>();
        try (var files = Files.walk(CLASSES.resolve("agency/frontline"))) {
            for (var file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                var name = CLASSES.relativize(file).toString().replace('/', '.');
                // Not initialised by being looked at, only where there is a pattern in it.
                var type = Class.forName(
                        name.substring(0, name.length() - ".class".length()),
                        false,
                        PatternsAreLinearTest.class.getClassLoader());
                for (var field : type.getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && field.getType() == Pattern.class) {
                        field.setAccessible(true);
                        found.put(type.getName() + "." + field.getName(), (Pattern) field.get(null));
                    }
                }
            }
        }
        return found;
    }
}
