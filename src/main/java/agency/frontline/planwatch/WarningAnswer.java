package agency.frontline.planwatch;

/** What a manager does about a warning. */
public enum WarningAnswer {
    SEND_LETTER,
    TOLD_ALREADY,
    NOTHING_TO_TELL
}
