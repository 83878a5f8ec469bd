package agency.frontline.notification;

import agency.frontline.text.Mailbox;

/**
 * Somebody who works at the agency, as far as a mail needs to know them.
 *
 * @param id the user id they log in with
 * @param email may be blank when nobody entered one
 */
public record Person(String id, String firstName, String lastName, String email) {

    /** First and last name, or the id where neither is known. */
    public String name() {
        var name = (firstName + " " + lastName).strip();
        return name.isEmpty() ? id : name;
    }

    public Mailbox mailbox() {
        return new Mailbox(email, name());
    }
}
