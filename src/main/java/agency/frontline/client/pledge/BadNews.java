package agency.frontline.client.pledge;

/** How the client wants to hear bad news. */
public enum BadNews {
    CALL_FIRST,
    IN_PERSON,
    IN_WRITING
}
