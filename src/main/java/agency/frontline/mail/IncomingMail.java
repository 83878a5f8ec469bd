package agency.frontline.mail;

import agency.frontline.text.Mailbox;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mail, read: in plain and safe text, with what is needed to find its case.
 *
 * @param doubt why nobody should trust who sent it, as a sentence; null when nothing speaks against it
 * @param recipients every address of ours or others it was sent to
 * @param text what is new in it
 * @param html sanitised, with the quoted conversation; null when there was none
 * @param messageId made up from the content where the mail has none
 * @param references Message-IDs that it answers, the nearest first
 * @param caseNumbers marks of ours in subject or body, and in our own plus addresses
 * @param ours a mail of our own that came back
 * @param automatic why a machine must have written it; null for a person's
 * @param deaf sent from an address that nobody reads
 * @param receipt only tells that a mail was read or arrived
 * @param authentication what our mail server found out about the sender (SPF, DKIM, DMARC); null when it says nothing
 */
record IncomingMail(
        Mailbox from,
        @Nullable String doubt,
        List<String> recipients,
        String subject,
        String text,
        @Nullable String html,
        String messageId,
        List<String> references,
        List<String> caseNumbers,
        boolean ours,
        @Nullable String automatic,
        boolean deaf,
        boolean receipt,
        Optional<Bounce> bounce,
        @Nullable String authentication,
        List<IncomingAttachment> attachments,
        List<RefusedAttachment> refused) {}
