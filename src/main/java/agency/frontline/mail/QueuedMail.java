package agency.frontline.mail;

import agency.frontline.mail.Delivery.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail in the outbox.
 *
 * @param inReplyTo the message of the client that it answers; null for none
 * @param thread the References header; null for none
 * @param due when it was to go out at the earliest
 * @param tries how often it was tried, this time included
 * @param possibleDuplicate it may have gone out before
 * @param takesFiles whether files go along; they are read only for a mail that is about to leave
 */
record QueuedMail(
        long id,
        String messageId,
        @Nullable String businessKey,
        String purpose,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String inReplyTo,
        @Nullable String thread,
        boolean automatic,
        boolean toClient,
        Instant due,
        int tries,
        boolean possibleDuplicate,
        List<Recipient> recipients,
        boolean takesFiles,
        List<MailFile> files) {

    /**
     * @param told whether the flows have heard what became of it
     */
    record Recipient(
            int place, String address, @Nullable String name, State state, @Nullable String problem, boolean told) {

        boolean waits() {
            return state == State.PENDING;
        }

        Recipient with(State newState, @Nullable String newProblem) {
            return new Recipient(place, address, name, newState, newProblem, false);
        }
    }

    List<Recipient> waiting() {
        return recipients.stream().filter(Recipient::waits).toList();
    }

    /** Settled recipients of whom the flows have not heard. */
    List<Recipient> untold() {
        return recipients.stream()
                .filter(recipient -> !recipient.waits() && !recipient.told())
                .toList();
    }

    QueuedMail with(List<Recipient> newRecipients) {
        return with(newRecipients, possibleDuplicate);
    }

    QueuedMail with(List<Recipient> newRecipients, boolean mayHaveGoneOut) {
        return new QueuedMail(
                id,
                messageId,
                businessKey,
                purpose,
                subject,
                text,
                html,
                inReplyTo,
                thread,
                automatic,
                toClient,
                due,
                tries,
                mayHaveGoneOut,
                newRecipients,
                takesFiles,
                files);
    }

    QueuedMail withFiles(List<MailFile> newFiles) {
        return new QueuedMail(
                id,
                messageId,
                businessKey,
                purpose,
                subject,
                text,
                html,
                inReplyTo,
                thread,
                automatic,
                toClient,
                due,
                tries,
                possibleDuplicate,
                recipients,
                takesFiles,
                newFiles);
    }

    /** Where the mail as a whole stands: it waits as long as one recipient does, and is sent if it reached anybody. */
    State state() {
        if (has(State.PENDING)) {
            return State.PENDING;
        }
        if (has(State.SENT)) {
            return State.SENT;
        }
        return has(State.BOUNCED) ? State.BOUNCED : State.FAILED;
    }

    private boolean has(State state) {
        return recipients.stream().anyMatch(recipient -> recipient.state() == state);
    }
}
