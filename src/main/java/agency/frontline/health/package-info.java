/**
 * How each client is: GREEN, AMBER or RED, worked out from the facts of our service whenever somebody asks, and never
 * without the three facts that made it (F28, C-62, C-89). The modules that have the facts answer for them through
 * {@link ServiceFacts}; what they add up to is the process owner's, in {@code processes/client-health.dmn}.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.health;
