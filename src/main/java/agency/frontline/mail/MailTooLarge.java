package agency.frontline.mail;

import agency.frontline.text.Mailbox;
import org.springframework.util.unit.DataSize;

/**
 * A client's mail was too large to be fetched; its case knows no more than who wrote about what (I13). Published in the
 * transaction that places it. Nobody was told yet, and whoever tells the sender does so once for the key.
 *
 * @param size of the mail, in bytes
 * @param most that we take
 */
public record MailTooLarge(String key, String businessKey, Mailbox from, long size, DataSize most) {

    /** The size as people read it, such as {@code 60 MB}. */
    public String readableSize() {
        return AttachmentRules.readable(size);
    }

    /** What we take, likewise. */
    public String readableMost() {
        return AttachmentRules.readable(most.toBytes());
    }
}
