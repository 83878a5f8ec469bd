package agency.frontline.mail;

/**
 * Something is wrong with the mail as such, so that a person must look at it. Published so often as it is found;
 * whoever tells people does so once for each key.
 *
 * @param key the same trouble has the same one
 * @param detail what it is about: an address, a mailbox, a mail; safe for a person to read
 */
public record MailAlarm(Kind kind, String key, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** A colleague had so many notices in an hour that the rest waits for a digest (O10). */
        NOTICES_HELD,
        /** A client's address had all the automatic mails of a day, as two robots bring it about (I10). */
        LOOP_STOPPED,
        /** Our mailbox cannot be read for a while (I18). */
        MAILBOX_AWAY,
        /** One mail cannot be fetched, or not even be shown in a task; it stays where it is (I17). */
        MAIL_STUCK
    }
}
