package agency.frontline.mail;

/**
 * A file that came along and was not kept (F30).
 *
 * @param name safe on disk and in headers
 * @param why one sentence for a person
 */
public record RefusedAttachment(String name, String why) {}
