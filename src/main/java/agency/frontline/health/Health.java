package agency.frontline.health;

import java.time.Instant;
import java.util.List;

/**
 * How a client is, at one moment.
 *
 * @param facts the three that speak most for the colour, the loudest first
 */
public record Health(Colour colour, List<String> facts, Instant computedAt) {

    /** On one line: "Amber: 2 of 3 promises kept in 90 days; …". */
    public String inWords() {
        return colour.word() + ": " + String.join("; ", facts);
    }
}
