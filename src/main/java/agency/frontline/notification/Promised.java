package agency.frontline.notification;

import java.time.Instant;

/**
 * A promise as a reply spells it out (C-21).
 *
 * @param owner user id of whoever keeps it; the client reads the name
 */
public record Promised(String what, String owner, Instant due) {}
