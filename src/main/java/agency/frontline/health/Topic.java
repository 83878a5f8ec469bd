package agency.frontline.health;

/** What a fact is about; the first one speaks first where two speak equally loud. Names are the table's words. */
public enum Topic {
    PROMISES,
    PULSES,
    CORRECTIONS,
    ISSUES,
    RHYTHM,
    REPORTS,
    NEXT_STEPS,
    RESCUE
}
