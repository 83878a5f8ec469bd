package agency.frontline.correction;

/** Where something was found that has to be put right. */
public enum CorrectionSource {
    TOUCH_BASE,
    REPORT,
    RESET
}
