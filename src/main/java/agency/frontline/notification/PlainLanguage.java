package agency.frontline.notification;

import agency.frontline.client.Client;
import java.util.List;
import java.util.regex.Pattern;

/** Looks for words that a client does not want to read, before they are sent (C-71). */
public final class PlainLanguage {

    private PlainLanguage() {}

    /** The words of the client's list that stand in the text: whole words, whatever their case, in the list's order. */
    public static List<String> jargonIn(Client client, String text) {
        return client.ethos().jargonToAvoid().stream()
                .filter(word -> !word.isBlank() && wholeWord(word).matcher(text).find())
                .distinct()
                .toList();
    }

    private static Pattern wholeWord(String word) {
        var spaced = Pattern.compile("\\s+")
                .splitAsStream(word.strip())
                .map(Pattern::quote)
                .reduce((one, next) -> one + "\\s+" + next)
                .orElseThrow();
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}])" + spaced + "(?![\\p{L}\\p{N}])", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }
}
