package agency.frontline.mail;

/** Stand-in until the outbox arrives. */
public interface Outbox {
    String send(OutgoingMail mail);
}
