package agency.frontline.client.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How it stands with an early sign on a day at the client's (C-81). */
public enum SignState {
    /** It was there when somebody looked. */
    SEEN,
    /** Its day has passed, and nobody has seen it. */
    LATE,
    /** Its day comes within two weeks. */
    SOON,
    AHEAD;

    private static final int SOON_DAYS = 14;

    /** @param look the newest one; null while nobody has looked */
    public static SignState of(EarlySign sign, @Nullable SignLook look, LocalDate today) {
        if (look != null && look.seen()) {
            return SEEN;
        }
        if (sign.day().isBefore(today)) {
            return LATE;
        }
        return sign.day().isAfter(today.plusDays(SOON_DAYS)) ? AHEAD : SOON;
    }
}
