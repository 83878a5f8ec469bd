package agency.frontline.casefile;

/** Where a case stands, in the words of the REST face (api.md). */
public enum Status {
    /** The ball is ours. */
    OPEN,
    WAITING_FOR_CLIENT,
    RESOLVED,
    WITHDRAWN,
    MERGED;

    public boolean isEnded() {
        return this == RESOLVED || this == WITHDRAWN || this == MERGED;
    }
}
