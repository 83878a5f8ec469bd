package agency.frontline.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something promised by a date.
 *
 * @param name camelCase, such as {@code firstResponse}
 * @param why one sentence that explains the date to a person
 * @param metAt when it was kept; null while open or missed
 */
public record Deadline(String businessKey, String name, Instant due, String why, @Nullable Instant metAt) {}
