/**
 * How fast Frontline is beside the bare engine, and how big beside an empty application: {@code ./mvnw -Pbench verify}.
 * Each measured program runs in a process of its own and prints one line of results. Stands outside
 * {@code agency.frontline} so that no component scan of the product finds the programs it is compared with.
 */
package agency.bench;
