package agency.frontline.client.plan;

/**
 * A part of the plan as the client reads it.
 *
 * @param id such as {@code S3}
 * @param text of any length; empty where the title says it all
 */
public record Section(String id, String title, String text) {}
