package agency.frontline.issue;

/** How sure the account manager is of a diagnosis that is preliminary by nature (C-06). */
public enum Confidence {
    LOW,
    MEDIUM,
    HIGH
}
