package agency.frontline.mail;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Puts a mail where the fetcher would have put it: into the inbox, unread. What follows is the product's own work. */
public final class MailDrop {

    private final Inbox inbox;
    private final Clock clock;
    private final AtomicLong uid = new AtomicLong();

    public MailDrop(Inbox inbox, Clock clock) {
        this.inbox = inbox;
        this.clock = clock;
    }

    /** Returns once the mail is stored. */
    public void put(String from, String messageId, @Nullable String inReplyTo, String subject, String words) {
        var now = clock.instant();
        var thread = inReplyTo == null ? "" : "In-Reply-To: %1$s\r\nReferences: %1$s\r\n".formatted(inReplyTo);
        var raw =
                """
                From: %s\r
                To: service@frontline.example\r
                Date: %s\r
                Message-ID: %s\r
                %sSubject: %s\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=UTF-8\r
                Content-Transfer-Encoding: 8bit\r
                \r
                %s\r
                """
                        .formatted(
                                from,
                                DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC)),
                                messageId,
                                thread,
                                subject,
                                words)
                        .getBytes(StandardCharsets.UTF_8);
        inbox.store(new Inbox.Arrival("benchmark/INBOX", 1, uid.incrementAndGet(), now, raw.length, false, raw));
    }
}
