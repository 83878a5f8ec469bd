package agency.frontline.client;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A person at a client. The mail address tells people apart and belongs to one client only.
 *
 * @param email the bare address in lower case, as in {@link agency.frontline.text.Mailbox}
 * @param role what this person does there, in the agency's words
 * @param language BCP 47 tag of the language this person is written to
 * @param channel how this person likes to be reached (C-64); EMAIL when nobody said
 */
public record Contact(String email, String name, @Nullable String role, String language, Channel channel) {

    public Contact {
        email = Tidy.text(email).toLowerCase(Locale.ROOT);
        name = Tidy.text(name);
        role = Tidy.optional(role);
        language = Tidy.text(language);
        channel = channel == null ? Channel.EMAIL : channel;
    }
}
