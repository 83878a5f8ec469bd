package agency.frontline.rescue;

/** How an account stands that was about to be lost. */
public enum RescueVerdict {
    STEADY,
    /** Not yet clear: it is looked at again. */
    GO_ON,
    LOST
}
