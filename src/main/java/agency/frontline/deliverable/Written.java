package agency.frontline.deliverable;

/**
 * A part as somebody wrote it.
 *
 * @param name of the {@link Part}
 */
public record Written(String name, String heading, String text) {}
