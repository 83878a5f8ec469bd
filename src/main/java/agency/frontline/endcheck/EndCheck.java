package agency.frontline.endcheck;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The question at the end of a plan.
 *
 * @param version of the plan whose goals are asked about
 * @param endsOn the day on which the plan ends, at the client's
 * @param contact mail address of whoever is asked at the client
 * @param closesAt until when the client's answer counts
 * @param agencyAnsweredAt null before
 * @param clientAnsweredAt null before
 * @param toldTo user id of whoever was told on the phone; null where the page was used
 */
public record EndCheck(
        String businessKey,
        String client,
        int version,
        LocalDate endsOn,
        String contact,
        State state,
        Instant closesAt,
        @Nullable Instant agencyAnsweredAt,
        @Nullable Instant clientAnsweredAt,
        @Nullable String toldTo) {

    /** Where it stands. */
    public enum State {
        OPEN,
        COMPARED,
        UNANSWERED,
        WITHDRAWN,
        /** A new version of the plan moved its end. */
        MOVED
    }

    public boolean agencyHasAnswered() {
        return agencyAnsweredAt != null;
    }

    public boolean clientHasAnswered() {
        return clientAnsweredAt != null;
    }
}
