package agency.frontline.client.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something that is in the plan, or deliberately out of it.
 *
 * @param id such as {@code IN1} or {@code OUT2}
 * @param because why it is out; null where nobody said
 */
public record ScopeItem(String id, String what, @Nullable String because) {}
