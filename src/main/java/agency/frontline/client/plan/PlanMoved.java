package agency.frontline.client.plan;

/**
 * A client's plan has a new version, or something new is known of how much of it is used up. Published in the transaction
 * that notes it.
 *
 * @param client its code
 * @param use as it is from now on
 */
public record PlanMoved(String client, PlanUse use) {}
