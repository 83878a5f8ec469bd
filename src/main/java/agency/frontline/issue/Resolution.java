package agency.frontline.issue;

/** How the client's last word turned out (F7). */
public enum Resolution {
    CONFIRMED,
    STILL_OPEN,
    NOT_RESOLVED,
    UNCONFIRMED;

    /** Whether the talk with the client is over. */
    public boolean ends() {
        return this == CONFIRMED || this == UNCONFIRMED;
    }
}
