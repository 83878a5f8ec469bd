package agency.frontline.client;

/** What saving a client came to. */
public enum Saved {
    CREATED,
    CHANGED
}
