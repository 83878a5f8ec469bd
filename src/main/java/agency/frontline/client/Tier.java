package agency.frontline.client;

/** How much the agency has promised a client; the service level table reads it (F1). */
public enum Tier {
    GOLD,
    SILVER,
    BRONZE
}
