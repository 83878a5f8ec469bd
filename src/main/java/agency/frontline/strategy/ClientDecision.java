package agency.frontline.strategy;

/** What the client made of the options. */
public enum ClientDecision {
    ACCEPTED,
    ANOTHER_ROUND,
    REJECTED
}
