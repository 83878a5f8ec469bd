package agency.frontline.mail;

/**
 * A file that came along and was kept.
 *
 * @param name safe on disk and in headers
 * @param type by content, never as the sender declared it
 * @param inline shown inside the HTML text by the sender
 */
public record IncomingAttachment(String name, String type, byte[] content, boolean inline) {}
