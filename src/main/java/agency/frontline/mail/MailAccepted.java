package agency.frontline.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The mail server has taken a mail of ours; published in the transaction that notes it.
 *
 * @param purpose as in {@link OutgoingMail#purpose}
 */
public record MailAccepted(@Nullable String businessKey, String purpose, String messageId, Instant at) {}
