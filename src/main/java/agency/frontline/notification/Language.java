package agency.frontline.notification;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The short phrases of one language, from its {@code messages.properties}. A phrase names what it needs in braces,
 * such as <code>{owner}</code>; what is put in is never looked into again (D07).
 *
 * @param tag name of the folder, a BCP 47 tag
 */
record Language(String tag, Map<String, String> phrases) {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

    Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    boolean has(String key) {
        return phrases.containsKey(key);
    }

    String say(String key) {
        return say(key, Map.of());
    }

    /** The phrase with these words in it; an unknown key and a name without a word are mistakes of ours. */
    String say(String key, Map<String, String> words) {
        var phrase = phrases.get(key);
        if (phrase == null) {
            throw new IllegalStateException("mail/%s/messages.properties has no '%s'".formatted(tag, key));
        }
        return NAME.matcher(phrase).replaceAll(name -> Matcher.quoteReplacement(word(key, name.group(1), words)));
    }

    /** "a, b and c" */
    String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        var last = items.size() - 1;
        return String.join(", ", items.subList(0, last)) + " " + say("and") + " " + items.get(last);
    }

    /** The names in a phrase. */
    Set<String> names(String key) {
        return NAME.matcher(phrases.getOrDefault(key, ""))
                .results()
                .map(name -> name.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String word(String key, String name, Map<String, String> words) {
        var word = words.get(name);
        if (word == null) {
            throw new IllegalStateException("'%s' in mail/%s/messages.properties names {%s}; there is only %s"
                    .formatted(key, tag, name, new TreeSet<>(words.keySet())));
        }
        return word;
    }
}
