package agency.frontline.issue;

/** Whether the client got what they really needed (C-50). */
public enum PurposeMet {
    YES,
    PARTLY,
    NO
}
