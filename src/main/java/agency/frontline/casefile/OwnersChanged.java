package agency.frontline.casefile;

/** Who owns the open cases of a client is no longer who it was; published in the transaction that changes it. */
public record OwnersChanged(String client) {}
