package agency.frontline.notification;

import agency.frontline.casefile.CaseHead;
import agency.frontline.client.Client;
import agency.frontline.client.Contact;
import agency.frontline.text.Mailbox;
import java.util.List;

/**
 * The envelope of a letter: which case it belongs to, who gets it and who signs it.
 *
 * @param idempotencyKey the same key is sent once, however often it is asked for
 * @param contact who reads it, and in which language
 * @param owner the account manager in charge, who signs unless they are away (C-04, F13)
 * @param others who else at the client gets it, such as those of a case that ended in this one (F19)
 */
public record Letter(
        String idempotencyKey, CaseHead theCase, Client client, Contact contact, Person owner, List<Mailbox> others) {

    /** To the contact alone. */
    public Letter(String idempotencyKey, CaseHead theCase, Client client, Contact contact, Person owner) {
        this(idempotencyKey, theCase, client, contact, owner, List.of());
    }
}
