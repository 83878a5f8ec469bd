package agency.frontline.mail;

/** Where mails wait until the mail server takes them; written in the caller's transaction, sent later (reliability B4). */
public interface Outbox {

    /** Hands in a mail once per idempotency key. Returns its Message-ID, which never changes. */
    String send(OutgoingMail mail);
}
