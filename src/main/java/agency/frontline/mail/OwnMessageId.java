package agency.frontline.mail;

import java.util.Locale;
import java.util.UUID;

/**
 * The Message-IDs of our own mails: {@code <fl.…@domain of the agency's mailbox>}. By this shape the inbox knows its own
 * mails when they come back (I11); an answer to one names it in its References.
 */
final class OwnMessageId {

    private static final String MARK = "<fl.";

    private OwnMessageId() {}

    /** A new one that nobody can guess, with its angle brackets. */
    static String create(String agencyAddress) {
        return MARK + UUID.randomUUID() + "@" + domain(agencyAddress) + ">";
    }

    /** Whether the id, with its angle brackets, is one that this agency's Frontline gave. */
    static boolean isOurs(String messageId, String agencyAddress) {
        return messageId.startsWith(MARK)
                && messageId.toLowerCase(Locale.ROOT).endsWith("@" + domain(agencyAddress) + ">");
    }

    static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
