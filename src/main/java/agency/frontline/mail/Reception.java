package agency.frontline.mail;

import agency.frontline.casefile.CaseHead;
import agency.frontline.casefile.CaseRegister;
import agency.frontline.client.Channel;
import agency.frontline.mail.Inbox.Outcome;
import agency.frontline.mail.Senders.Known;
import agency.frontline.text.Mailbox;
import agency.frontline.text.SafeText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Decides where a message belongs and hands it over, in the caller's transaction. Nobody takes part in a case but
 * people of its client (I07, I08); whoever cannot be placed is shown to a person and answered by no machine.
 */
@Component
class Reception {

    private static final int LONGEST_TEXT = MailReader.LONGEST_TEXT;

    private final Senders senders;
    private final Threads threads;
    private final CaseRegister register;
    private final Correspondence correspondence;

    Reception(Senders senders, Threads threads, CaseRegister register, Correspondence correspondence) {
        this.senders = senders;
        this.threads = threads;
        this.register = register;
        this.correspondence = correspondence;
    }

    /**
     * A message that has not been placed yet.
     *
     * @param doubt why nobody should trust who sent it; null when nothing speaks against it
     * @param answers Message-IDs that it answers, the nearest first
     * @param repeats the case that took the very same words of this sender a moment ago; null for none
     */
    record Incoming(
            Mailbox from,
            @Nullable String doubt,
            Channel channel,
            String subject,
            String text,
            @Nullable String html,
            @Nullable String messageId,
            Instant receivedAt,
            List<String> answers,
            List<String> caseNumbers,
            @Nullable String repeats,
            boolean automatic,
            boolean mayBeAnswered,
            List<IncomingAttachment> attachments,
            List<RefusedAttachment> refused) {

        Incoming asAutomatic() {
            return new Incoming(
                    from,
                    doubt,
                    channel,
                    subject,
                    text,
                    html,
                    messageId,
                    receivedAt,
                    answers,
                    caseNumbers,
                    repeats,
                    true,
                    false,
                    attachments,
                    refused);
        }

        Incoming doubted(String why) {
            return new Incoming(
                    from,
                    why,
                    channel,
                    subject,
                    text,
                    html,
                    messageId,
                    receivedAt,
                    answers,
                    caseNumbers,
                    repeats,
                    automatic,
                    false,
                    attachments,
                    refused);
        }

        private ClientMessage from(Known known) {
            return message(known, text, mayBeAnswered);
        }

        /** As somebody nobody knows, with the doubt before the words. */
        ClientMessage forReview() {
            var words = doubt == null ? text : "[" + doubt + "]\n\n" + text;
            var fits = words.length() <= LONGEST_TEXT ? words : SafeText.clean(words.substring(0, LONGEST_TEXT - 1));
            return message(null, fits, false);
        }

        private ClientMessage message(@Nullable Known known, String words, boolean answerable) {
            return new ClientMessage(
                    from,
                    known == null ? null : known.contact(),
                    known == null ? null : known.client().code(),
                    channel,
                    subject,
                    words,
                    html,
                    messageId,
                    receivedAt,
                    automatic,
                    answerable,
                    attachments,
                    refused);
        }
    }

    /** Where it went. */
    record Receipt(Outcome outcome, String businessKey) {}

    Receipt receive(Incoming message) {
        if (message.doubt() != null) {
            return review(message);
        }
        var sender = senders.who(message.from().address());
        var thread = threads.answered(message.answers(), message.caseNumbers());
        if (thread.isPresent() && !isOfClient(sender, thread.get())) {
            return sender.isEmpty() && message.automatic()
                    ? stranger(message)
                    : review(message.doubted("This message answers a conversation that its sender takes no part in."
                            + " Check who it is before you let them into a case."));
        }
        if (sender.isEmpty()) {
            return stranger(message);
        }
        return thread.or(() -> continued(message, sender.get()))
                .map(head -> add(head, message, sender.get()))
                .orElseGet(() -> new Receipt(Outcome.OPENED, correspondence.open(message.from(sender.get()))));
    }

    private static boolean isOfClient(Optional<Known> sender, CaseHead head) {
        return sender.filter(known -> known.client().code().equals(head.client()))
                .isPresent();
    }

    /** What says nothing about its thread: the same words again, an answer without references, a machine's note. */
    private Optional<CaseHead> continued(Incoming message, Known sender) {
        var address = message.from().address();
        var repeated = Optional.ofNullable(message.repeats())
                .flatMap(register::find)
                .filter(head -> !head.status().isEnded());
        return repeated.or(() -> threads.bySubject(address, message.subject()))
                .or(() ->
                        message.automatic() ? register.openOf(address).stream().findFirst() : Optional.empty())
                .filter(head -> sender.client().code().equals(head.client()));
    }

    private Receipt add(CaseHead head, Incoming message, Known sender) {
        var key = correspondence.add(head.businessKey(), message.from(sender));
        return new Receipt(key.equals(head.businessKey()) ? Outcome.ADDED : Outcome.OPENED, key);
    }

    /** A stranger's machine may talk on and on: it is noted with the inquiry that is open already. */
    private Receipt stranger(Incoming message) {
        var open = message.automatic() || message.repeats() != null
                ? register.openOf(message.from().address()).stream()
                        .filter(head -> head.client() == null)
                        .filter(head -> message.automatic() || Objects.equals(head.businessKey(), message.repeats()))
                        .findFirst()
                : Optional.<CaseHead>empty();
        if (open.isPresent()) {
            var key = correspondence.add(
                    open.get().businessKey(), message.asAutomatic().forReview());
            return new Receipt(Outcome.ADDED, key);
        }
        return review(message);
    }

    private Receipt review(Incoming message) {
        return new Receipt(Outcome.SENDER_UNKNOWN, correspondence.senderUnknown(message.forReview()));
    }
}
