package agency.frontline.deliverable;

/**
 * A part that a kind of deliverable has, as the table of parts says.
 *
 * @param name the field of the form it is written in
 * @param heading what stands above it where the reader's language has no words of its own for it
 * @param needed whether nothing is kept without it
 * @param remedy what would do, said to whoever left it out
 */
public record Part(String name, String heading, boolean needed, String remedy) {}
