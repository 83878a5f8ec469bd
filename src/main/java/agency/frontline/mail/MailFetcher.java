package agency.frontline.mail;

import agency.frontline.casefile.CrashPoint;
import agency.frontline.text.SafeHeader;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Header;
import jakarta.mail.Message;
import jakarta.mail.MessageRemovedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Fetches mail over IMAP and stores it as it comes. A mail is marked as seen only when its row is committed, so a crash
 * at any moment costs nothing but a second look (C01, C02).
 */
@Component
@Order(10)
class MailFetcher implements MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailFetcher.class);

    private static final int AT_ONCE = 50;
    private static final String CONNECT_TIMEOUT = "10000"; // ms
    private static final String READ_TIMEOUT = "30000";

    private final MailServer server;
    private final MailSettings settings;
    private final Inbox inbox;
    private final Clock clock;
    private @Nullable String complaint;

    MailFetcher(MailServer server, MailSettings settings, Inbox inbox, Clock clock) {
        this.server = server;
        this.settings = settings;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    public boolean work() {
        try {
            boolean any = fetch(server.imap());
            if (complaint != null) {
                LOG.info("Mail is fetched again");
                complaint = null;
            }
            return any;
        } catch (MessagingException | RuntimeException e) {
            // Mail that waits on its server is safe there, and what is stored here must be sorted meanwhile.
            complain(e);
            return false;
        }
    }

    /** Once for each trouble, not once for each round. */
    private void complain(Exception e) {
        var line = SafeHeader.clean(e.toString());
        if (!line.equals(complaint)) {
            LOG.warn("Mail cannot be fetched: {}", line);
            complaint = line;
        }
    }

    private boolean fetch(MailServer.Access access) throws MessagingException {
        try (var store = connect(access);
                var folder = store.getFolder(settings.folder())) {
            folder.open(Folder.READ_WRITE);
            var mailbox = access.username() + "/" + settings.folder();
            var uids = waiting((IMAPFolder) folder, mailbox);
            return store((IMAPFolder) folder, mailbox, uids);
        }
    }

    private static Store connect(MailServer.Access access) throws MessagingException {
        var protocol = access.encryption() == MailServer.Encryption.TLS ? "imaps" : "imap";
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        properties.put(prefix + "connectiontimeout", CONNECT_TIMEOUT);
        properties.put(prefix + "timeout", READ_TIMEOUT);
        properties.put(prefix + "writetimeout", READ_TIMEOUT);
        properties.put(prefix + "fetchsize", "1048576");
        if (access.encryption() == MailServer.Encryption.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(access.host(), access.port(), access.username(), access.password());
        return store;
    }

    /**
     * UIDs of mails to look at: unseen ones, and those that came after the last we stored, for a person with another
     * mail program may have read them first. UIDs stay as they are while the unseen get fewer.
     */
    private long[] waiting(IMAPFolder folder, String mailbox) throws MessagingException {
        var uids = new TreeSet<Long>();
        var unseen = folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        var onlyUids = new FetchProfile();
        onlyUids.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(unseen, onlyUids);
        for (var message : unseen) {
            uids.add(folder.getUID(message));
        }
        var last = inbox.lastUid(mailbox, folder.getUIDValidity());
        if (last.isPresent()) {
            for (var message : folder.getMessagesByUID(last.get() + 1, UIDFolder.LASTUID)) {
                if (message != null && folder.getUID(message) > last.get()) {
                    uids.add(folder.getUID(message));
                }
            }
        }
        uids.removeAll(Collections.singleton(-1L));
        return uids.stream().limit(AT_ONCE).mapToLong(Long::longValue).toArray();
    }

    /** Whether any new mail was stored; all that are stored by now are marked as seen, in one go. */
    private boolean store(IMAPFolder folder, String mailbox, long[] uids) throws MessagingException {
        var messages = Stream.of(folder.getMessagesByUID(uids))
                .filter(Objects::nonNull)
                .toArray(Message[]::new);
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
        folder.fetch(messages, profile);
        boolean any = false;
        var stored = new ArrayList<Message>();
        for (var message : messages) {
            var uid = folder.getUID(message);
            try {
                any |= !inbox.knows(mailbox, folder.getUIDValidity(), uid) && store(folder, mailbox, uid, message);
                stored.add(message);
            } catch (MessageRemovedException gone) {
                continue;
            } catch (FolderClosedException | StoreClosedException lost) {
                throw lost;
            } catch (MessagingException | IOException e) {
                // One that the server cannot give us stays there, and the others go on.
                LOG.warn("Mail with UID {} cannot be fetched: {}", uid, SafeHeader.clean(e.toString()));
            }
        }
        if (!stored.isEmpty()) {
            CrashPoint.reached("inbox.stored");
            folder.setFlags(stored.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
            CrashPoint.reached("inbox.seen");
        }
        return any;
    }

    private boolean store(IMAPFolder folder, String mailbox, long uid, Message message)
            throws MessagingException, IOException {
        ((IMAPMessage) message).setPeek(true);
        long size = message.getSize();
        var most = settings.maxMessageSize().toBytes();
        byte[] whole = size > most ? null : source(message, most);
        var raw = whole != null ? whole : header(message);
        CrashPoint.reached("inbox.fetched");
        try {
            return inbox.store(new Inbox.Arrival(
                    mailbox,
                    folder.getUIDValidity(),
                    uid,
                    receivedAt(message),
                    Math.max(size, raw.length),
                    whole == null,
                    raw));
        } catch (DuplicateKeyException anotherNodeWasFirst) {
            return false;
        }
    }

    /** The clock of an answer starts when the mail was in our mailbox, and never later than now. */
    private Instant receivedAt(Message message) throws MessagingException {
        var now = clock.instant();
        var internal = message.getReceivedDate();
        if (internal == null) {
            return now;
        }
        return internal.toInstant().isAfter(now) ? now : internal.toInstant();
    }

    /** The whole source; null if it is longer than the server had said and than we take. */
    private static byte @Nullable [] source(Message message, long most) throws MessagingException, IOException {
        var bytes = new ByteArrayOutputStream();
        try {
            message.writeTo(new OutputStream() {
                @Override
                public void write(int b) throws IOException {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] from, int offset, int length) throws IOException {
                    if (bytes.size() + (long) length > most) {
                        throw new TooLong();
                    }
                    bytes.write(from, offset, length);
                }
            });
        } catch (TooLong tooLong) {
            return null;
        }
        return bytes.toByteArray();
    }

    private static final class TooLong extends IOException {}

    private static byte[] header(Message message) throws MessagingException {
        var block = new StringBuilder();
        for (var headers = message.getAllHeaders(); headers.hasMoreElements(); ) {
            Header header = headers.nextElement();
            block.append(header.getName())
                    .append(": ")
                    .append(header.getValue())
                    .append("\r\n");
        }
        return block.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
