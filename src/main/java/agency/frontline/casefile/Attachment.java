package agency.frontline.casefile;

import org.jspecify.annotations.Nullable;

/**
 * A file that came with a message, without its content ({@link Conversation#file}).
 *
 * @param id null until recorded
 * @param name safe for a download header
 * @param type by content, never as the sender declared it
 * @param refused the sentence why it was not kept (F30); null when it was
 */
public record Attachment(@Nullable String id, String name, String type, long size, @Nullable String refused) {}
