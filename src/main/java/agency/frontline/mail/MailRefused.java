package agency.frontline.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail of ours will not arrive: refused for good by the mail server, or bounced. Published once for each recipient, in
 * the transaction that notes it.
 *
 * @param purpose as in {@link OutgoingMail#purpose}
 * @param reason what the mail server said, made safe for a person to read
 */
public record MailRefused(
        @Nullable String businessKey, String purpose, String messageId, String recipient, String reason) {}
