package agency.frontline.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** What is learned says what happened and never who: names of people who were in it are refused (C-27). */
public final class Nameless {

    private Nameless() {}

    /**
     * Refuses each of the fields that names somebody.
     *
     * @param names what the people concerned are called, such as "Odile Quist" or "Odile"; upper and lower case count,
     *     so that a name which is a word as well passes as a word
     */
    public static void check(Answers answers, List<String> fields, Collection<String> names) {
        for (var field : fields) {
            var text = answers.text(field);
            names.stream()
                    .filter(name -> !name.isBlank() && stands(name.strip(), text))
                    .findFirst()
                    .ifPresent(name ->
                            answers.refuse(field, "Name nobody here: say what happened, without \"" + name + "\"."));
        }
    }

    private static boolean stands(String name, String text) {
        return Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                .matcher(text)
                .find();
    }
}
