package agency.frontline.client.plan;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Somebody at the client said yes to a version of the plan (C-75).
 *
 * @param contact their mail address; null for somebody who is no contact of the client
 * @param day on which they said so, at the client's; not in the future
 */
public record BuyIn(String name, @Nullable String contact, LocalDate day) {}
