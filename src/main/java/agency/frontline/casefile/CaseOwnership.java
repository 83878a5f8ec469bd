package agency.frontline.casefile;

/** How a flow gives a case of its own to another owner; one for each process that has owners. */
public interface CaseOwnership {

    /** Whether cases of this process are its own. */
    boolean knows(String process);

    /**
     * Hands the case over as the flow does it, with all that goes along. Whether the new owner may own it, and whoever
     * is at work may give it away, was asked before.
     */
    void giveTo(CaseHead head, String owner, String reason);
}
