package agency.frontline.mail;

/** Where clients' messages go once they are understood; the flows answer it. Each call joins the caller's transaction. */
public interface Correspondence {

    /** Opens a case for a message that answers nothing we know; its client must be known. Returns the case number. */
    String open(ClientMessage message);

    /**
     * Adds a message to its case. One that has ended opens a linked case; an automatic message is only noted.
     *
     * @return the number of the case that took it
     */
    String add(String businessKey, ClientMessage message);

    /**
     * Something weighs on a client, and they told us so beside all cases: joins what this person has open, or opens a case
     * whose diagnosis starts from a worry (F8). Returns the number of the case that took it.
     */
    String worried(ClientMessage message);

    /** Shows the message of a sender nobody knows to a person. Returns the number of that inquiry. */
    String senderUnknown(ClientMessage message);
}
