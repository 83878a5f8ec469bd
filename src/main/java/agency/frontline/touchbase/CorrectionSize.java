package agency.frontline.touchbase;

/** How much had to be put right (C-88). */
public enum CorrectionSize {
    MINOR,
    SIGNIFICANT
}
