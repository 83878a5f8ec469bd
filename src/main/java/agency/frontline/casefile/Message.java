package agency.frontline.casefile;

import agency.frontline.client.Channel;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of a case, in any channel; a logged call is one, too.
 *
 * @param id null until recorded
 * @param at when it reached us or left us (processes.md, Clocks)
 * @param html sanitised; null when there was none
 * @param messageId RFC 5322 Message-ID with its angle brackets; null outside mail
 */
public record Message(
        @Nullable Long id,
        String businessKey,
        Instant at,
        Direction direction,
        Channel channel,
        String from,
        String to,
        String subject,
        String text,
        @Nullable String html,
        @Nullable String messageId,
        List<Attachment> attachments) {

    public Message(
            String businessKey,
            Instant at,
            Direction direction,
            Channel channel,
            String from,
            String to,
            String subject,
            String text,
            @Nullable String messageId) {
        this(null, businessKey, at, direction, channel, from, to, subject, text, null, messageId, List.of());
    }
}
