package agency.frontline.notification;

import java.util.List;

/**
 * A document as people at the client's read it (C-31 to C-34).
 *
 * @param kind in UPPER_SNAKE; the languages have a word for each
 * @param version from 1
 * @param draft whether it is for our own eyes still
 * @param changed what is different from the version that its readers know; empty for nothing, or for none
 */
public record DeliverableWords(
        String kind, String title, int version, boolean draft, List<Part> parts, List<Changed> changed) {

    /**
     * A part of it.
     *
     * @param name by which a language may have a heading of its own
     * @param heading where it has none
     */
    public record Part(String name, String heading, String text) {}

    /** A part of which something is different. */
    public record Changed(String name, String heading, List<Passage> passages) {}

    /**
     * Lines that were written anew.
     *
     * @param before empty where they are new
     * @param after empty where they are gone
     */
    public record Passage(String before, String after, List<Piece> pieces) {}

    /** @param fate SAME, GONE or NEW */
    public record Piece(String fate, String text) {}
}
