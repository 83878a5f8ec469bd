package agency.frontline.issue;

/** How a promise ended (C-21). */
public enum PromiseOutcome {
    KEPT,
    RELEASED,
    BROKEN
}
