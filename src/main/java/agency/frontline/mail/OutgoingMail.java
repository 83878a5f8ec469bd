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
 * @param secret a piece of the text that opens something for whoever reads it, such as a token: it leaves with the mail
 *     and stands in no copy that people of ours read (S13); null for none
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
        List<MailFile> files,
        @Nullable String secret) {

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

    /** A mail without a secret. */
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
            @Nullable Instant notBefore,
            List<MailFile> files) {
        this(
                idempotencyKey,
                businessKey,
                purpose,
                to,
                subject,
                text,
                html,
                automatic,
                toClient,
                notBefore,
                files,
                null);
    }

    /** The same mail, which leaves no earlier than this. */
    public OutgoingMail leavingAt(Instant moment) {
        return new OutgoingMail(
                idempotencyKey,
                businessKey,
                purpose,
                to,
                subject,
                text,
                html,
                automatic,
                toClient,
                moment,
                files,
                secret);
    }

    /** Text of this mail as people of ours may read it. */
    @Nullable String withoutSecret(@Nullable String written) {
        return secret == null || written == null ? written : written.replace(secret, STRUCK_OUT);
    }

    /** Stands where a secret was. */
    static final String STRUCK_OUT = "…";
}
