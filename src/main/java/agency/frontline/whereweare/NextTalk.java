package agency.frontline.whereweare;

import java.time.Instant;
import java.util.Optional;

/** When we speak with a client next; whoever arranges talks answers it. */
public interface NextTalk {

    /** The next one that is arranged, not before now; empty where no hour is agreed. */
    Optional<Instant> nextTalk(String client);
}
