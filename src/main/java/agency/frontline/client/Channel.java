package agency.frontline.client;

/** The ways a client and the agency speak with each other (api.md). */
public enum Channel {
    EMAIL,
    PHONE,
    VIDEO,
    VISIT,
    TEXT,
    WEB
}
