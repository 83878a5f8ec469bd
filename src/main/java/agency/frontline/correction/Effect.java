package agency.frontline.correction;

/** How much of what was agreed would change (C-88). */
public enum Effect {
    NONE,
    SLIGHT,
    GREAT
}
