package agency.frontline.mail;

import agency.frontline.text.Mailbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The notices that one of our people did not get one by one, for there were too many (O10). Published in the transaction
 * in which they cease to wait; whoever hears it tells that person once for the key.
 *
 * @param first the oldest of them, at most {@link #MOST}
 * @param count how many they are in all
 * @param since when the first was held
 */
public record Digest(String key, Mailbox to, List<Held> first, int count, Instant since) {

    static final int MOST = 100;

    /** A notice by its subject. */
    public record Held(@Nullable String businessKey, String subject) {}
}
