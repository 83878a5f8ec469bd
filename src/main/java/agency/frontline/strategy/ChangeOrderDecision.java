package agency.frontline.strategy;

/** What the account director makes of an option that goes beyond what was agreed (F11). */
public enum ChangeOrderDecision {
    APPROVED,
    WAIVED,
    REFUSED
}
