package agency.frontline.text;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One mail address with the name beside it, if any. A field that asks for one address takes exactly one (O08), for a
 * second would silently receive whatever the first one gets.
 *
 * @param address bare and in lower case
 * @param name for people to read, on one line
 */
public record Mailbox(String address, @Nullable String name) {

    private static final String FIELD = "email";
    private static final int MAX_ADDRESS = 254; // RFC 5321, 4.5.3.1.3 with its errata
    private static final int MAX_NAME = 200;

    /** Refuses, for the field {@code email}, what is not a bare address by RFC 5322. */
    public Mailbox {
        var given = address.strip();
        if (!given.equals(parsed(FIELD, given).getAddress())) {
            throw refusal(FIELD);
        }
        address = given.toLowerCase(Locale.ROOT);
        name = name == null ? null : SafeText.line(name, MAX_NAME);
        name = name == null || name.isEmpty() ? null : name;
    }

    /** Reads {@code jane@birch.example} or {@code Jane Doe <jane@birch.example>}; refusals name the field {@code email}. */
    public static Mailbox of(String text) {
        return of(FIELD, text);
    }

    /** As {@link #of(String)}; refusals name the given field. */
    public static Mailbox of(String field, String text) {
        var parsed = parsed(field, text.strip());
        return new Mailbox(parsed.getAddress(), parsed.getPersonal());
    }

    private static InternetAddress parsed(String field, String text) {
        try {
            var parsed = new InternetAddress(SafeHeader.require(field, text), true);
            if (parsed.isGroup() || isUnusable(parsed.getAddress())) {
                throw refusal(field);
            }
            return parsed;
        } catch (AddressException notOneAddress) {
            throw refusal(field);
        }
    }

    private static boolean isUnusable(String address) {
        var isRoute = address.startsWith("@");
        return isRoute || address.length() > MAX_ADDRESS || address.codePoints().anyMatch(Mailbox::isInvisible);
    }

    private static boolean isInvisible(int c) {
        var type = Character.getType(c);
        return type == Character.FORMAT || type == Character.SURROGATE || type == Character.CONTROL || c == 0xFFFD;
    }

    private static Refusal refusal(String field) {
        return Refusal.of(field, "This must be exactly one mail address, such as name@company.example.");
    }
}
