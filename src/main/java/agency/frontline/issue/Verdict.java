package agency.frontline.issue;

/** What a specialist says of the account manager's diagnosis (C-06, C-42). */
public enum Verdict {
    CONFIRMS,
    REFINES,
    CORRECTS,
    UNCLEAR
}
