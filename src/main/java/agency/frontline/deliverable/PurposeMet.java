package agency.frontline.deliverable;

/** Whether the work does what it is for; a no sends it back (C-50). */
public enum PurposeMet {
    YES,
    PARTLY,
    NO
}
