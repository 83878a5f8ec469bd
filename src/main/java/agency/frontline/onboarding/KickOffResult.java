package agency.frontline.onboarding;

/** What became of the hour of the kick-off. */
public enum KickOffResult {
    HELD,
    MOVED
}
