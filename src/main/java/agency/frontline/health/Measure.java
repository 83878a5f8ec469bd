package agency.frontline.health;

/** A number on which the table {@code clientHealth} may decide, by the name it has there. */
public enum Measure {
    /** Per cent of the promises that fell due; none if none did. */
    PROMISES_KEPT("promisesKept"),
    PROMISES_BROKEN("promisesBroken"),
    /** The lowest score, 0 to 10, of the answers to pulses; none if nobody answered. */
    LOWEST_PULSE("lowestPulse"),
    SIGNIFICANT_CORRECTIONS("significantCorrections"),
    MINOR_CORRECTIONS("minorCorrections"),
    /** Issues that were thought to be over and were not. */
    ISSUES_BACK("issuesBack"),
    TOUCH_BASES_SKIPPED("touchBasesSkipped"),
    REPORTS_LATE("reportsLate"),
    /** Steps of ours whose day has passed. */
    OVERDUE_NEXT_STEPS("overdueNextSteps"),
    /** Rescues of the account that are under way (C-35). */
    RESCUES_OPEN("rescuesOpen");

    private final String variable;

    Measure(String variable) {
        this.variable = variable;
    }

    public String variable() {
        return variable;
    }
}
