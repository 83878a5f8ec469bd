/**
 * Who the clients are: contacts, team, tier, hours, languages and ethos.
 * Knows no flow; flows and mail ask it who somebody is and who takes care of them.
 */
@org.jspecify.annotations.NullMarked
package agency.frontline.client;
