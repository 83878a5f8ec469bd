package agency.frontline.strategy;

/** Whether a decision was a good one, asked on the day named with it (C-54). */
public enum DecisionHeld {
    YES,
    PARTLY,
    NO
}
