package agency.frontline.health;

import java.util.Optional;

/** The part of Frontline that asks clients how we are doing, for those who are about to speak with them. */
public interface LastPulse {

    /** What somebody at the client answered last, on one line; empty if nobody ever did. */
    Optional<String> inWords(String client);
}
