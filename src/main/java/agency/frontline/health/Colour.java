package agency.frontline.health;

import java.util.Locale;

/** How a client is, as the tables and forms read it. */
public enum Colour {
    GREEN,
    AMBER,
    RED;

    /** For people: "Amber". A colour always comes with its word, for not everybody sees colours. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
