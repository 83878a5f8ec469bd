package agency.frontline.client;

import org.jspecify.annotations.Nullable;

/**
 * Care attached to one person, because everyone is different (C-67).
 *
 * @param email whose profile it is, as in {@link Contact#email}
 * @param bestTime when they like to be reached, in their own words; null when nobody said
 * @param matters what matters to this person
 * @param badNews how they like to be told bad news
 * @param decides whether this person decides when two people at the client want different things (C-65)
 */
public record ContactProfile(String email, @Nullable String bestTime, String matters, String badNews, boolean decides) {

    public ContactProfile {
        email = Tidy.text(email).toLowerCase(java.util.Locale.ROOT);
        bestTime = Tidy.optional(bestTime);
        matters = Tidy.text(matters);
        badNews = Tidy.text(badNews);
    }

    /** The profile as one reads it before speaking with the person. */
    public String inWords() {
        var words = new StringBuilder("Matters to them: ")
                .append(matters)
                .append("\nBad news: ")
                .append(badNews);
        if (bestTime != null) {
            words.append("\nBest reached: ").append(bestTime);
        }
        return words.toString();
    }
}
