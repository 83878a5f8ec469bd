package agency.frontline.mail;

import agency.frontline.text.Mailbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail that is ready to go out.
 *
 * @param idempotencyKey the same key is sent once, however often it is asked for
 * @param businessKey the case it belongs to; null for none
 * @param purpose the step of the case that says it, such as {@code sendReply}
 * @param html null for plain text alone
 * @param automatic written by Frontline and not by a person: marked so that machines do not answer it (RFC 3834)
 * @param toClient kept in the conversation of the case, and threaded with what the client wrote
 * @param notBefore null: at once
 * @param files what goes along, in the order in which it is shown
 */
public record OutgoingMail(
        String idempotencyKey,
        @Nullable String businessKey,
        String purpose,
        List<Mailbox> to,
        String subject,
        String text,
        @Nullable String html,
        boolean automatic,
        boolean toClient,
        @Nullable Instant notBefore,
        List<MailFile> files) {

    /** A mail without files. */
    public OutgoingMail(
            String idempotencyKey,
            @Nullable String businessKey,
            String purpose,
            List<Mailbox> to,
            String subject,
            String text,
            @Nullable String html,
            boolean automatic,
            boolean toClient,
            @Nullable Instant notBefore) {
        this(idempotencyKey, businessKey, purpose, to, subject, text, html, automatic, toClient, notBefore, List.of());
    }
}
