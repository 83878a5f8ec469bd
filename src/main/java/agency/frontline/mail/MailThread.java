package agency.frontline.mail;

import agency.frontline.casefile.Conversation.Letter;
import agency.frontline.casefile.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a mail stands in a conversation (RFC 5322, 3.6.4), so that the client's mail program shows one thread.
 *
 * @param inReplyTo the client's last mail, or ours where they wrote none; null at the beginning
 * @param references the header's value; null at the beginning
 */
record MailThread(@Nullable String inReplyTo, @Nullable String references) {

    static final MailThread NONE = new MailThread(null, null);

    /** The first mail holds a thread together, the newest place an answer; what lies between may be left out. */
    private static final int MOST = 20;

    /** What others call a Message-ID stands in a header of ours: nothing but one id may come through (O07). */
    private static final Pattern ID = Pattern.compile("<[\\x21-\\x3B\\x3D\\x3F-\\x7E]{1,248}>");

    /** The place behind these mails of the case, oldest first. */
    static MailThread behind(List<Letter> letters) {
        var sound = letters.stream()
                .filter(letter -> ID.matcher(letter.messageId()).matches())
                .toList();
        if (sound.isEmpty()) {
            return NONE;
        }
        var answered = sound.stream()
                .filter(letter -> letter.direction() == Direction.IN)
                .reduce((first, second) -> second)
                .orElse(sound.get(sound.size() - 1))
                .messageId();
        var ids =
                new ArrayList<>(sound.stream().map(Letter::messageId).distinct().toList());
        // The answered mail comes last: programs that read only the end of References hang the reply there.
        ids.remove(answered);
        while (ids.size() >= MOST) {
            ids.remove(1);
        }
        ids.add(answered);
        return new MailThread(answered, String.join(" ", ids));
    }
}
