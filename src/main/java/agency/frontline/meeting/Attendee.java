package agency.frontline.meeting;

import agency.frontline.text.Mailbox;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who was present.
 *
 * @param id user id of a colleague, mail address of a person at the client; null for a guest
 * @param email where the report goes; null for a guest without an address
 */
public record Attendee(Side side, @Nullable String id, String name, @Nullable String email) {

    /** Whom somebody came with. */
    public enum Side {
        AGENCY,
        CLIENT,
        GUEST
    }

    public @Nullable Mailbox mailbox() {
        return email == null ? null : new Mailbox(email, name);
    }
}
