package agency.frontline.client.pledge;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One version of what is pledged to a client.
 *
 * @param client its code
 * @param version from 1
 * @param sentAt null while it is a draft
 * @param answer what the client said to it; null while nothing was said
 * @param answeredAt when that was noted
 * @param draftedIn number of the case in which it was drafted; null where no case was open
 */
public record Pledge(
        String client,
        int version,
        PledgeTerms terms,
        String draftedBy,
        Instant draftedAt,
        @Nullable Instant sentAt,
        @Nullable PledgeAnswer answer,
        @Nullable Instant answeredAt,
        @Nullable String draftedIn) {

    public enum State {
        DRAFT,
        SENT,
        ACCEPTED,
        DISCUSSED
    }

    public State state() {
        if (answer != null) {
            return answer.outcome() == PledgeAnswer.Outcome.ACCEPTED ? State.ACCEPTED : State.DISCUSSED;
        }
        return sentAt == null ? State.DRAFT : State.SENT;
    }

    /**
     * How the history names an accepted pledge, without a full stop: "version 2 of the client's pledge, accepted by Ann
     * Birch on 2026-03-02".
     */
    public String inWords() {
        return answer == null || answer.by() == null
                ? "version %d of the client's pledge".formatted(version)
                : "version %d of the client's pledge, accepted by %s on %s"
                        .formatted(version, answer.by(), answer.on());
    }
}
