package agency.frontline.issue;

/** What happens after the diagnosis. */
public enum Course {
    ANSWER,
    CONSULT
}
