package agency.frontline.deliverable;

/** How much a challenge weighs (C-53). */
public enum Weight {
    SUGGESTION,
    /** It is not up to us; its source is named. */
    MUST
}
