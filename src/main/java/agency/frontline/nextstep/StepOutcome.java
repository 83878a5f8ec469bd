package agency.frontline.nextstep;

/** How a next step ended. */
public enum StepOutcome {
    DONE,
    /** Nobody needs it any more; the reason is kept. */
    DROPPED
}
