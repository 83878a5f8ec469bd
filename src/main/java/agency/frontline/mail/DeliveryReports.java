package agency.frontline.mail;

import org.jspecify.annotations.Nullable;

/** Takes what other mail servers report of our mails after they were accepted (I12). */
interface DeliveryReports {

    /**
     * Notes that a mail of ours did not arrive, in the caller's transaction, once for each recipient.
     *
     * @param messageId of our mail, with its angle brackets
     * @param recipient the address that failed; null or an unknown one when the report does not tell, which names the
     *     recipient all the same where there is only one
     * @param reason what the report says
     * @return false when the mail is none of ours
     */
    boolean bounced(String messageId, @Nullable String recipient, String reason);
}
