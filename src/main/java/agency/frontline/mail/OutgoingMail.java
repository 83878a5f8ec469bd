package agency.frontline.mail;

import agency.frontline.text.Mailbox;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stand-in until the outbox arrives. */
public record OutgoingMail(
        String idempotencyKey,
        @Nullable String businessKey,
        String purpose,
        List<Mailbox> to,
        String subject,
        String text,
        @Nullable String html,
        boolean automatic,
        boolean toClient,
        @Nullable Instant notBefore) {}
