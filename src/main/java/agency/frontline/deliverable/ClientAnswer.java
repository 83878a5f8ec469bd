package agency.frontline.deliverable;

/** What the client says to what they were sent. */
public enum ClientAnswer {
    APPROVED,
    CHANGES,
    WITHDRAWN,
    /** Nothing so far: they are reminded. */
    SILENT
}
