package agency.frontline.deliverable;

/** What the account manager made of a challenge (C-49). */
public enum ChallengeVerdict {
    ACCEPTED,
    DECLINED,
    /** It was called a must, and whoever it came from says that it is none; it stays out. */
    NO_MUST
}
