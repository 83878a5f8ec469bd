package agency.frontline.client.plan;

/** Whether a goal was reached, as one side sees it at the end of the plan (C-82). */
public enum GoalVerdict {
    REACHED,
    PARTLY,
    MISSED,
    /** It is too early to say, or it cannot be measured. */
    OPEN
}
