package agency.frontline.issue;

/** How little time there is, by the account manager's judgement. */
public enum Urgency {
    LOW,
    NORMAL,
    HIGH
}
