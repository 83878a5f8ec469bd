package agency.frontline.mail;

import agency.frontline.casefile.Attachment;
import agency.frontline.casefile.Direction;
import agency.frontline.casefile.Message;
import agency.frontline.client.Channel;
import agency.frontline.client.KnownContact;
import agency.frontline.text.Mailbox;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message from outside, understood: who, about what, in plain and safe text.
 *
 * @param contact who it is; null for somebody known only by the client's mail domain, or by nobody
 * @param client code of the sender's client; null when nobody knows the sender
 * @param text what is new in it, without the quoted conversation
 * @param html sanitised; null when there was none
 * @param messageId RFC 5322 Message-ID with its angle brackets; null outside mail
 * @param receivedAt when it reached our mailbox or our REST face (processes.md, Clocks)
 * @param automatic written by a machine: an absence note, a list, a bounce (RFC 3834)
 * @param mayBeAnswered whether an automatic answer to it can do no harm
 */
public record ClientMessage(
        Mailbox from,
        @Nullable KnownContact contact,
        @Nullable String client,
        Channel channel,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String messageId,
        Instant receivedAt,
        boolean automatic,
        boolean mayBeAnswered,
        List<IncomingAttachment> attachments,
        List<RefusedAttachment> refused) {

    /** The message as the case's conversation keeps it; kept files first, then the refused ones. */
    public Message toMessage(String businessKey, String to) {
        var files = new ArrayList<Attachment>();
        for (var kept : attachments) {
            files.add(new Attachment(null, kept.name(), kept.type(), kept.content().length, null));
        }
        for (var file : refused) {
            files.add(new Attachment(null, file.name(), "application/octet-stream", 0, file.why()));
        }
        return new Message(
                null,
                businessKey,
                receivedAt,
                Direction.IN,
                channel,
                from.address(),
                to,
                subject,
                text,
                html,
                messageId,
                files);
    }

    /** The kept files' bytes by their place in {@link #toMessage}'s attachments. */
    public Map<Integer, byte[]> contents() {
        var contents = new HashMap<Integer, byte[]>();
        for (int i = 0; i < attachments.size(); i++) {
            contents.put(i, attachments.get(i).content());
        }
        return contents;
    }
}
