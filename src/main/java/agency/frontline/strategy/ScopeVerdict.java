package agency.frontline.strategy;

/** Whether an option fits into what is left, as the table says (F11). */
public enum ScopeVerdict {
    IN_SCOPE,
    TRADE_OFF,
    CHANGE_ORDER
}
