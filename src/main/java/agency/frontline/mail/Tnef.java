package agency.frontline.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.hmef.Attachment;
import org.apache.poi.hmef.HMEFMessage;
import org.apache.poi.hmef.attribute.MAPIAttribute;
import org.apache.poi.hmef.attribute.MAPIRtfAttribute;
import org.apache.poi.hmef.attribute.TNEFAttribute;
import org.apache.poi.hmef.attribute.TNEFProperty;
import org.apache.poi.hsmf.datatypes.MAPIProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opens winmail.dat, in which Outlook and Exchange hide what their users attach (I16): as parts of the mail, so that
 * each file meets the same rules as any other.
 */
final class Tnef {

    static final String NOT_OPENED = "Outlook packed a part of this mail into “winmail.dat”, which we could not open;"
            + " it is kept as a file. Ask the sender to send it again as HTML or plain text.";

    private static final String NAME = "winmail.dat";
    private static final int LONGEST_RECORD = 50_000_000; // the library reserves no more, whatever a record claims

    static {
        TNEFAttribute.setMaxRecordLength(LONGEST_RECORD);
        MAPIAttribute.setMaxRecordLength(LONGEST_RECORD);
    }

    private Tnef() {}

    static boolean isOne(MimeParts.Leaf leaf) {
        return leaf.type().equals("application/ms-tnef")
                || leaf.type().equals("application/vnd.ms-tnef")
                || NAME.equalsIgnoreCase(leaf.fileName());
    }

    /**
     * What was packed: files first, then the text in the best form there is.
     *
     * @param needsText whether the mail says nothing outside, so that the text in here is wanted
     * @return empty where it cannot be opened
     */
    static Optional<List<MimeParts.Leaf>> open(byte[] content, boolean needsText) {
        try {
            var message = new HMEFMessage(new ByteArrayInputStream(content));
            var attachments = message.getAttachments();
            if (attachments.size() > MimeParts.MOST_PARTS) {
                return Optional.empty();
            }
            var parts = new ArrayList<MimeParts.Leaf>();
            for (var attachment : attachments) {
                file(attachment).ifPresent(parts::add);
            }
            if (needsText) {
                text(message).ifPresent(parts::add);
            }
            return parts.isEmpty() && needsText ? Optional.empty() : Optional.of(parts);
        } catch (IOException | RuntimeException broken) {
            return Optional.empty();
        }
    }

    private static Optional<MimeParts.Leaf> file(Attachment attachment) {
        if (attachment.getAttribute(TNEFProperty.ID_ATTACHDATA) == null) {
            return Optional.empty(); // a picture of an icon, or a link
        }
        var longName = attachment.getLongFilename();
        var name = longName == null || longName.isBlank() ? attachment.getFilename() : longName;
        return Optional.of(leaf("application/octet-stream", "attachment", name, attachment.getContents()));
    }

    private static Optional<MimeParts.Leaf> text(HMEFMessage message) {
        var html = message.getMessageMAPIAttribute(MAPIProperty.BODY_HTML);
        if (html != null) {
            return Optional.of(leaf("text/html", "", null, withoutEnd(html.getData())));
        }
        var plain = message.getMessageAttribute(TNEFProperty.ID_BODY);
        if (plain != null) {
            return Optional.of(leaf("text/plain", "", null, withoutEnd(plain.getData())));
        }
        return message.getMessageMAPIAttribute(MAPIProperty.RTF_COMPRESSED) instanceof MAPIRtfAttribute rich
                ? Optional.of(leaf("application/rtf", "attachment", "text.rtf", rich.getData()))
                : Optional.empty();
    }

    /** Texts end in a zero byte, which is none of theirs. */
    private static byte[] withoutEnd(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(text, end);
    }

    private static MimeParts.Leaf leaf(String type, String disposition, @Nullable String name, byte[] content) {
        var named = name == null || name.isBlank() ? null : name.replace("\u0000", "");
        return new MimeParts.Leaf(type, null, disposition, named, null, false, content);
    }
}
