package agency.frontline.notification;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The words of a page that somebody opens with a link alone, in their language.
 *
 * @param language BCP 47 tag
 */
public record PageWords(String language, Map<String, String> words) {

    /** All phrases whose keys begin like this, by the rest of their keys. */
    static PageWords of(Language language, String start) {
        var words = new TreeMap<String, String>();
        language.phrases().keySet().stream()
                .filter(key -> key.startsWith(start))
                .forEach(key -> words.put(
                        key.substring(start.length()), language.phrases().get(key)));
        return new PageWords(language.tag(), words);
    }

    /** A phrase by the last part of its key, such as {@code title}. */
    public String say(String key) {
        return Optional.ofNullable(words.get(key))
                .orElseThrow(() -> new IllegalArgumentException("This page has no words for " + key));
    }
}
