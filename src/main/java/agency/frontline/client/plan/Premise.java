package agency.frontline.client.plan;

import org.jspecify.annotations.Nullable;

/**
 * Something the plan takes for granted.
 *
 * @param id such as {@code P2}
 * @param because why it does not simply hold any more; null while it does
 */
public record Premise(String id, String what, PremiseState state, @Nullable String because) {}
