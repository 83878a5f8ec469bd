package agency.frontline.mail;

import agency.frontline.casefile.CaseHead;

/** A flow beside the issues whose cases clients may answer. Each call joins the caller's transaction. */
public interface CaseCorrespondence {

    /** Whether cases of this process are the flow's. */
    boolean keeps(String process);

    /**
     * Takes a message into its case, or into the one that carries it on; an automatic message is only noted.
     *
     * @return the number of the case that took it
     */
    String add(CaseHead head, ClientMessage message);
}
