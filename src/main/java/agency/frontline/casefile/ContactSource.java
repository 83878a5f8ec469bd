package agency.frontline.casefile;

import java.time.Instant;
import java.util.Optional;

/** A part of Frontline that knows when a client and the agency spoke with each other. */
public interface ContactSource {

    /** The last time before now; empty for never. */
    Optional<Instant> lastContact(String client);
}
