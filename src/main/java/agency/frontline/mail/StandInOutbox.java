package agency.frontline.mail;

import org.springframework.stereotype.Component;

/** Stand-in until the outbox arrives. */
@Component
class StandInOutbox implements Outbox {
    @Override
    public String send(OutgoingMail mail) {
        return "<" + mail.idempotencyKey() + "@frontline.example>";
    }
}
