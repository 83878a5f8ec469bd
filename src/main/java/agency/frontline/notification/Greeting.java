package agency.frontline.notification;

import agency.frontline.text.SafeText;
import java.util.Map;

/** The first line of a letter, by name where the language allows it without guessing. */
final class Greeting {

    private static final int NAME_LENGTH = 100;

    private Greeting() {}

    /** By first name; by the whole name where its first word is a title or it is turned round ("Doe, Jane"). */
    static String to(String name, Language language) {
        var line = SafeText.line(name, NAME_LENGTH);
        if (line.isEmpty() || line.contains("@")) {
            return language.say("greeting.unnamed");
        }
        var first = line.split(" ")[0];
        var plain = !line.contains(",") && !first.endsWith(".");
        return language.say("greeting", Map.of("name", plain ? first : line));
    }
}
