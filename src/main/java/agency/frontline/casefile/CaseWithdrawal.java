package agency.frontline.casefile;

/** How a flow beside the issues takes a case of its own back, at any time before its end. */
public interface CaseWithdrawal {

    /** Whether cases of this process are its own. */
    boolean knows(String process);

    /** Ends the case. Whether whoever is at work may do that was asked before, and is noted already. */
    void withdraw(CaseHead head, String reason);
}
