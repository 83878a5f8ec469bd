package agency.frontline.mail;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How this agency's mail works; where its server is, {@link MailServer} knows.
 *
 * @param address the agency's mailbox: what clients write to and what our mails come from
 * @param name the name beside the address
 * @param pollInterval how often mail is fetched and sent; zero: only when asked
 * @param folder the IMAP folder that is read
 * @param plusAddressing whether {@code service+key@…} reaches the same mailbox, so that replies can carry the case in
 *     their address
 * @param maxMessageSize a larger mail is not fetched (F30, I13)
 * @param maxAttachmentSize a larger file is not kept (F30)
 * @param automaticPerContactAndDay how many automatic answers one address gets a day at most (F6, I10)
 * @param noticesPerColleagueAndHour how many notices one of our people gets in an hour; what is more waits for a digest
 *     (O10)
 * @param heldAfter a mail that was due longer ago than this is not sent but shown to a person: Frontline comes so late
 *     only after it was switched off, or from a backup that was restored, and then it may have gone out already (C23)
 */
@ConfigurationProperties("frontline.mail")
record MailSettings(
        @DefaultValue("service@frontline.example") String address,
        @DefaultValue("Frontline Agency") String name,
        @DefaultValue("PT30S") Duration pollInterval,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("false") boolean plusAddressing,
        @DefaultValue("50MB") DataSize maxMessageSize,
        @DefaultValue("25MB") DataSize maxAttachmentSize,
        @DefaultValue("40") int automaticPerContactAndDay,
        @DefaultValue("60") int noticesPerColleagueAndHour,
        @DefaultValue("PT12H") Duration heldAfter,
        @DefaultValue Patience patience,
        @Nullable Endpoint smtp,
        @Nullable Endpoint imap) {

    /** As {@code frontline.mail.smtp.*} and {@code frontline.mail.imap.*} say; the demo profile brings its own server. */
    record Endpoint(
            String host,
            int port,
            @DefaultValue("") String username,
            @DefaultValue("") String password,
            @DefaultValue("STARTTLS") MailServer.Encryption encryption) {}

    /**
     * How long we wait for a mail server; longer would keep other mails waiting behind one that hangs (O02).
     *
     * @param connecting until it is there
     * @param answering until its next word
     * @param visit one visit to the mailbox as a whole; then the connection is cut and made anew (I18)
     */
    record Patience(
            @DefaultValue("PT10S") Duration connecting,
            @DefaultValue("PT30S") Duration answering,
            @DefaultValue("PT10M") Duration visit) {}
}
