package agency.frontline.client.plan;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Somebody looked for an early sign (C-81).
 *
 * @param sign number, such as {@code G1.2}
 * @param seen whether it was there
 * @param day on which they looked, at the client's; not in the future
 * @param by user id
 */
public record SignLook(String sign, boolean seen, LocalDate day, String by, Instant at) {}
