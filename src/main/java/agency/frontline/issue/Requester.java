package agency.frontline.issue;

/** Who asks: the client, or a colleague for the client (C-02). */
public enum Requester {
    CLIENT,
    COLLEAGUE
}
