package agency.frontline.notification;

import agency.frontline.mail.OutgoingMail;
import java.time.Instant;

/**
 * Spreads what a client is asked for over days, so that nobody drowns in requests (C-63). Answered by whoever paces
 * clients; without an answerer nothing waits.
 */
public interface RequestPace {

    /**
     * When this letter to a client may leave.
     *
     * @param wanted when it would leave otherwise
     * @return never before {@code wanted}; the same for the same letter, however often it is asked
     */
    Instant turn(OutgoingMail letter, Instant wanted);
}
