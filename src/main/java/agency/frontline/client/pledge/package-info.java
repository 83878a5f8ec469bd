/**
 * What the agency has pledged to each client: how soon we answer, how often we speak, when reports are there, how bad news
 * travels and who decides (C-61, C-65). Once a client has accepted a version, the flows that run for them follow it in
 * place of the tables of their tier.
 */
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("pledge")
package agency.frontline.client.pledge;
