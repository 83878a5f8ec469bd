package agency.frontline.deliverable;

/** What happens to a draft after its discussion. */
public enum OpinionDecision {
    /** It goes on to the signature. */
    GO_ON,
    /** It changes first. */
    REVISE
}
