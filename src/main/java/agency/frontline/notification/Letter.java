package agency.frontline.notification;

import agency.frontline.casefile.CaseHead;
import agency.frontline.client.Client;
import agency.frontline.client.Contact;

/**
 * The envelope of a letter: which case it belongs to, who gets it and who signs it.
 *
 * @param idempotencyKey the same key is sent once, however often it is asked for
 * @param contact who reads it, and in which language
 * @param owner the account manager in charge, who signs (C-04)
 */
public record Letter(String idempotencyKey, CaseHead theCase, Client client, Contact contact, Person owner) {}
