package agency.frontline.issue;

/** What happens after the diagnosis. */
public enum Course {
    ANSWER,
    CONSULT,
    /** With the director, in a rescue of its own (C-35). */
    RESCUE,
    /** The plan itself is in doubt, and is gone over with the client (C-76). */
    RESET_STRATEGY
}
