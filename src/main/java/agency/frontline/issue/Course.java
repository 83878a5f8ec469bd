package agency.frontline.issue;

/** What happens after the diagnosis. */
public enum Course {
    ANSWER,
    CONSULT,
    /** With the director, in a rescue of its own (C-35). */
    RESCUE
}
