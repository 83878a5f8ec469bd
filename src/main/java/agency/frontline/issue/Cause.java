package agency.frontline.issue;

/** Where an issue came from; never a person (C-27). */
public enum Cause {
    BRIEF,
    EXPECTATION,
    SCHEDULE,
    BUDGET,
    PROCESS,
    OUTSIDE
}
