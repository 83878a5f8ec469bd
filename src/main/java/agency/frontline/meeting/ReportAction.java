package agency.frontline.meeting;

/** What becomes of a report that is being written. */
public enum ReportAction {
    SEND,
    /** The client wrote, but nothing they said changes what we sent. */
    STANDS,
    /** There was no meeting with a client after all. */
    DROP
}
