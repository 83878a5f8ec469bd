package agency.frontline.issue;

/** What an answer to the client is: our view, a decision, or something merely passed on (C-39). */
public enum Stance {
    VIEW,
    DECISION,
    RELAY
}
