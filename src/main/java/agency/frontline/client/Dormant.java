package agency.frontline.client;

/**
 * Knows clients for whom nobody works now, such as one who withdrew before we began: they stay in the directory, and no
 * rhythm runs for them. Answered by whichever flow brings clients in and lets them go.
 */
public interface Dormant {

    /** Whether nobody works for the client of this code now. */
    boolean isDormant(String client);
}
