package agency.frontline.touchbase;

/** What becomes of a touch-base. */
public enum TouchBaseAction {
    HOLD,
    /** To another day or hour. */
    MOVE,
    /** With a reason (C-68). */
    SKIP
}
