package agency.frontline.issue;

/** What happens after the diagnosis. */
public enum Course {
    ANSWER,
    CONSULT,
    /** The plan itself is in doubt, and is gone over with the client (C-76). */
    RESET_STRATEGY
}
