package agency.frontline.strategy;

/** Where a question of the client stands in the plan (C-77). */
public enum Whereabouts {
    IN_PLAN,
    UNDER_ANOTHER_NAME,
    LEFT_OUT,
    MISSING
}
