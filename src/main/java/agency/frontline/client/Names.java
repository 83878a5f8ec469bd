package agency.frontline.client;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/** People's names as they are looked for: whoever types "malgorzata" means Małgorzata. */
final class Names {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Names() {}

    /** Whether the name holds every word of what was typed, in any order, case and with or without diacritics. */
    static boolean matches(String typed, String name) {
        var words = fold(typed).split("\\s+");
        var folded = fold(name);
        return !words[0].isEmpty() && Arrays.stream(words).allMatch(folded::contains);
    }

    static boolean same(String typed, String name) {
        return fold(typed).equals(fold(name));
    }

    private static String fold(String text) {
        var bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return bare.toLowerCase(Locale.ROOT)
                .strip()
                // Letters that Unicode does not take apart
                .replace("ł", "l")
                .replace("ø", "o")
                .replace("đ", "d")
                .replace("ß", "ss")
                .replace("æ", "ae")
                .replace("œ", "oe")
                .replace("ı", "i");
    }
}
