package agency.frontline.issue;

/** How the client's last word turned out (F7). */
public enum Resolution {
    CONFIRMED,
    STILL_OPEN,
    NOT_RESOLVED,
    UNCONFIRMED
}
