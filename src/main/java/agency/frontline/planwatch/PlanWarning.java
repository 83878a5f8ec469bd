package agency.frontline.planwatch;

/** What there is to say about a plan; all but the last two are the words of the table {@code budgetBurn}. */
public enum PlanWarning {
    BURN_75,
    BURN_90,
    BURN_100,
    OUTRUNS_PROGRESS,
    /** A work item looks later than agreed. */
    ITEM_LATE,
    /** The plan as a whole looks later than agreed. */
    PLAN_LATE;

    public boolean isLate() {
        return this == ITEM_LATE || this == PLAN_LATE;
    }
}
