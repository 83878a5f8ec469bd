package agency.frontline.strategy;

/** What a doubt about the plan takes, as the table says (C-88). */
public enum PlanImpact {
    REASSURE,
    MINOR_CORRECTION,
    OPTIONS,
    RESET
}
