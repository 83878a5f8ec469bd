package agency.frontline.lesson;

/** Where what went wrong came from; never a person (C-27). */
public enum Cause {
    BRIEF,
    EXPECTATION,
    SCHEDULE,
    BUDGET,
    PROCESS,
    OUTSIDE
}
