package agency.frontline.onboarding;

/** What a director decides about a plan that the table does not believe in. */
public enum PlanDecision {
    REDRAW,
    ACCEPT
}
