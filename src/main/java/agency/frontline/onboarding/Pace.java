package agency.frontline.onboarding;

/** How an onboarding moves (C-63). */
public enum Pace {
    ON_TRACK,
    BEHIND,
    STUCK
}
