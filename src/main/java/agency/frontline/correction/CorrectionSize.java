package agency.frontline.correction;

/** How much has to be put right (C-88). */
public enum CorrectionSize {
    MINOR,
    SIGNIFICANT
}
