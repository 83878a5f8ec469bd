package agency.frontline.notification;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The languages we can write in: each folder under {@code mail/} with a {@code messages.properties} is one, so adding
 * a folder adds a language. Read once at start; a folder that lacks a phrase stops the start and says which.
 */
final class Languages {

    static final String FALLBACK = "en";

    private final Map<String, Language> byTag;

    private Languages(Map<String, Language> byTag) {
        this.byTag = byTag;
    }

    static Languages found() {
        try {
            var byTag = new TreeMap<String, Language>(String.CASE_INSENSITIVE_ORDER);
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:mail/*/messages.properties")) {
                var language = read(file);
                byTag.putIfAbsent(language.tag(), language);
            }
            return of(byTag);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Languages of(Map<String, Language> byTag) {
        var languages = new Languages(byTag);
        var mistakes = languages.mistakes();
        if (!mistakes.isEmpty()) {
            throw new IllegalStateException(String.join("\n", mistakes));
        }
        return languages;
    }

    /** The language of this BCP 47 tag; {@code pl-PL} falls back to {@code pl}, what we cannot write to English. */
    Language of(String tag) {
        var ranges =
                tag.isBlank() || !isWellFormed(tag) ? List.<Locale.LanguageRange>of() : Locale.LanguageRange.parse(tag);
        var found = Locale.lookupTag(ranges, byTag.keySet());
        return byTag.getOrDefault(found == null ? FALLBACK : found, byTag.get(FALLBACK));
    }

    Collection<Language> all() {
        return byTag.values();
    }

    private static boolean isWellFormed(String tag) {
        return tag.matches("[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*");
    }

    private static Language read(Resource file) throws IOException {
        var path = file.getURL().getPath().split("/");
        var phrases = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            phrases.load(reader);
        }
        var byKey = new TreeMap<String, String>();
        phrases.forEach((key, phrase) -> byKey.put((String) key, (String) phrase));
        return new Language(path[path.length - 2], byKey);
    }

    /** Languages differ in what they say of a date; {@link Moments} gives all of them everything. */
    private static boolean isTime(String key) {
        return key.startsWith("by.") || key.startsWith("at.");
    }

    private List<String> mistakes() {
        var mistakes = new ArrayList<String>();
        var model = byTag.get(FALLBACK);
        if (model == null) {
            return List.of("There is no mail/en/messages.properties; English is what all else falls back to.");
        }
        for (var language : byTag.values()) {
            var keys = new TreeSet<>(model.phrases().keySet());
            keys.addAll(language.phrases().keySet());
            for (var key : keys) {
                if (!language.has(key)) {
                    mistakes.add("mail/%s/messages.properties lacks '%s'".formatted(language.tag(), key));
                } else if (!model.has(key)) {
                    mistakes.add("mail/%s/messages.properties has '%s', which English does not know"
                            .formatted(language.tag(), key));
                } else {
                    for (var name : language.names(key)) {
                        if (!model.names(key).contains(name) && !isTime(key)) {
                            mistakes.add("'%s' in mail/%s/messages.properties names {%s}; English has only %s"
                                    .formatted(key, language.tag(), name, model.names(key)));
                        }
                    }
                }
            }
        }
        return mistakes;
    }
}
