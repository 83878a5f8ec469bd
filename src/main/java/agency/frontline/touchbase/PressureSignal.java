package agency.frontline.touchbase;

/** What presses on a client, as one hears it in a talk (C-36). */
public enum PressureSignal {
    BUDGET_CUT,
    SHORTER_SCHEDULE,
    NEW_DECISION_MAKER,
    MARKET_SHIFT,
    LOST_BUSINESS
}
