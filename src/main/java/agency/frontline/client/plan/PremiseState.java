package agency.frontline.client.plan;

/** Whether something the plan rests on is still so, as a version of the plan says it (C-78). */
public enum PremiseState {
    HOLDS,
    WEAKENED,
    FAILS
}
