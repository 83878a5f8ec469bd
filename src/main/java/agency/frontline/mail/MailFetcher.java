package agency.frontline.mail;

import agency.frontline.store.CrashPoint;
import agency.frontline.text.SafeHeader;
import agency.frontline.text.SafeText;
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
import jakarta.mail.UIDFolder;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Fetches mail over IMAP and stores it as it comes. A mail is marked as seen only when its row is committed, so a crash
 * at any moment costs nothing but a second look (C01, C02). Each round is a new connection, so one that died silently
 * is missed for no longer than the settings' patience (I18).
 */
@Component
@Order(10)
class MailFetcher implements MailWorker {

    private static final Logger LOG = LoggerFactory.getLogger(MailFetcher.class);

    private static final int AT_ONCE = 50;
    private static final int LONGEST_DETAIL = 300;
    private static final String MESSAGE_ID = "Message-ID";
    private static final int LONGEST_HEADER = 1_000_000;

    /** How long our mailbox may be away before a person hears of it: a server is restarted in less. */
    private static final Duration AWAY = Duration.ofMinutes(10);

    /** How often the server may fail to give us one mail before a person hears of it. */
    private static final int FAILURES = 3;

    /** What a mailbox of new numbers is compared with: servers search by whole days, in a zone of their own. */
    private static final Duration LOOKS_BACK = Duration.ofDays(1);

    private final MailServer server;
    private final MailSettings settings;
    private final Inbox inbox;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    /** How often each mail could not be fetched, by UID; such mails come after all others. */
    private final Map<Long, Integer> failures = new HashMap<>();

    private long numbers; // the UIDVALIDITY of those

    private @Nullable String complaint;
    private @Nullable Instant awaySince;

    MailFetcher(MailServer server, MailSettings settings, Inbox inbox, Clock clock, ApplicationEventPublisher events) {
        this.server = server;
        this.settings = settings;
        this.inbox = inbox;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public boolean work() {
        try {
            boolean any = fetch(server.imap());
            if (complaint != null) {
                LOG.info("Mail is fetched again");
                complaint = null;
                awaySince = null;
            }
            return any;
        } catch (MessagingException | RuntimeException e) {
            // Mail that waits on its server is safe there, and what is stored here must be sorted meanwhile.
            complain(e);
            return false;
        }
    }

    /** In the log once for each trouble, not once for each round; to a person when it lasts. */
    private void complain(Exception e) {
        var line = SafeHeader.clean(TlsTrouble.of(e).orElseGet(e::toString));
        if (!line.equals(complaint)) {
            LOG.warn("Mail cannot be fetched: {}", line);
            complaint = line;
        }
        if (awaySince == null) {
            awaySince = clock.instant();
        } else if (!clock.instant().isBefore(awaySince.plus(AWAY))) {
            alarm(MailAlarm.Kind.MAILBOX_AWAY, settings.folder() + ":" + awaySince, settings.folder() + ": " + line);
        }
    }

    private void alarm(MailAlarm.Kind kind, String key, String detail) {
        try {
            events.publishEvent(new MailAlarm(kind, key, SafeText.line(detail, LONGEST_DETAIL)));
        } catch (RuntimeException e) {
            LOG.error("Nobody could be told that {}: {}", kind, detail, e);
        }
    }

    private boolean fetch(MailServer.Access access) throws MessagingException {
        try (var visit = new Visit(settings.patience().visit());
                var store = connect(access, visit)) {
            var folder = (IMAPFolder) store.getFolder(settings.folder());
            folder.open(Folder.READ_WRITE);
            try {
                return store(folder, access.username() + "/" + settings.folder(), access.username());
            } finally {
                if (folder.isOpen()) {
                    folder.close(false); // what somebody else has marked as deleted is theirs to take away
                }
            }
        }
    }

    private Store connect(MailServer.Access access, Visit visit) throws MessagingException {
        var protocol = access.encryption() == MailServer.Encryption.TLS ? "imaps" : "imap";
        var prefix = "mail." + protocol + ".";
        var properties = new Properties();
        visit.govern(properties, protocol, settings.patience());
        properties.put(prefix + "fetchsize", "1048576");
        if (access.encryption() == MailServer.Encryption.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        var store = Session.getInstance(properties).getStore(protocol);
        store.connect(access.host(), access.port(), access.username(), access.password());
        return store;
    }

    private boolean store(IMAPFolder folder, String mailbox, String account) throws MessagingException {
        var validity = folder.getUIDValidity();
        var last = lastBefore(folder);
        var start = inbox.startUid(mailbox, validity);
        var uids = unseen(folder);
        if (start.isPresent()) {
            uids.addAll(after(
                    folder,
                    Math.max(start.get(), inbox.lastUid(mailbox, validity).orElse(0L))));
        } else {
            var lastLook = inbox.lastLook(account);
            if (lastLook.isPresent()) {
                uids.addAll(unknown(folder, lastLook.get().minus(LOOKS_BACK)));
            }
        }
        if (validity != numbers) {
            failures.clear();
            numbers = validity;
        }
        uids.removeAll(Collections.singleton(-1L));
        failures.keySet().retainAll(uids);
        // What breaks the connection comes last, when all else is stored and marked: it must not stop the others.
        boolean any = store(folder, mailbox, uids.stream().filter(uid -> !failures.containsKey(uid)));
        any |= store(folder, mailbox, uids.stream().filter(failures::containsKey));
        if (uids.size() <= AT_ONCE) {
            inbox.looked(mailbox, validity, last);
        }
        return any;
    }

    /** The last UID that was given before this moment; 0 in an empty mailbox. */
    private static long lastBefore(IMAPFolder folder) throws MessagingException {
        var next = folder.getUIDNext();
        if (next > 0) {
            return next - 1;
        }
        var messages = folder.getMessageCount();
        return messages > 0 ? folder.getUID(folder.getMessage(messages)) : 0;
    }

    private static Set<Long> unseen(IMAPFolder folder) throws MessagingException {
        return uids(folder, folder.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false)));
    }

    /** What came since we looked last: a person with another mail program may have read it first. */
    private static Set<Long> after(IMAPFolder folder, long last) throws MessagingException {
        var uids = new TreeSet<Long>();
        for (var message : folder.getMessagesByUID(last + 1, UIDFolder.LASTUID)) {
            if (message != null && folder.getUID(message) > last) {
                uids.add(folder.getUID(message));
            }
        }
        return uids;
    }

    /**
     * What came since then and never reached us, in a mailbox of new numbers: rebuilt, restored, or moved to another
     * folder. Only Message-IDs tell what we have (I18).
     */
    private Set<Long> unknown(IMAPFolder folder, Instant since) throws MessagingException {
        var messages = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(since)));
        var ids = new FetchProfile();
        ids.add(UIDFolder.FetchProfileItem.UID);
        ids.add(MESSAGE_ID);
        folder.fetch(messages, ids);
        var uids = new TreeSet<Long>();
        for (var message : messages) {
            var header = message.getHeader(MESSAGE_ID);
            var id = header == null ? Optional.<String>empty() : MailReader.ownMessageId(header[0]);
            if (id.isEmpty() || !inbox.knows(id.get())) {
                uids.add(folder.getUID(message));
            }
        }
        LOG.info("{} has new numbers; {} mails since {} were not known", folder, uids.size(), since);
        return uids;
    }

    private static Set<Long> uids(IMAPFolder folder, Message[] messages) throws MessagingException {
        var onlyUids = new FetchProfile();
        onlyUids.add(UIDFolder.FetchProfileItem.UID);
        folder.fetch(messages, onlyUids);
        var uids = new TreeSet<Long>();
        for (var message : messages) {
            uids.add(folder.getUID(message));
        }
        return uids;
    }

    /** Whether any new mail was stored; all that are stored by now are marked as seen, in one go. */
    private boolean store(IMAPFolder folder, String mailbox, Stream<Long> wanted) throws MessagingException {
        var uids = wanted.limit(AT_ONCE).mapToLong(Long::longValue).toArray();
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
            } catch (MessagingException | IOException e) {
                // One that the server cannot give us stays there, and the others go on.
                failed(mailbox, uid, e);
                if (!folder.isOpen()) {
                    throw new FolderClosedException(folder, e.getMessage(), e);
                }
            } catch (OutOfMemoryError e) {
                failed(mailbox, uid, e);
                // The rest of it still stands on the line, where the next answer would be looked for.
                throw new MessagingException("The memory is too small for the mail with UID " + uid);
            }
        }
        if (!stored.isEmpty()) {
            CrashPoint.reached("inbox.stored");
            folder.setFlags(stored.toArray(Message[]::new), new Flags(Flags.Flag.SEEN), true);
            CrashPoint.reached("inbox.seen");
        }
        return any;
    }

    private void failed(String mailbox, long uid, Throwable e) {
        var line = SafeHeader.clean(e.toString());
        LOG.warn("Mail with UID {} cannot be fetched: {}", uid, line);
        if (failures.merge(uid, 1, Integer::sum) == FAILURES) {
            alarm(MailAlarm.Kind.MAIL_STUCK, mailbox + ":" + uid, mailbox + ", UID " + uid + ": " + line);
        }
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
        for (var headers = message.getAllHeaders(); headers.hasMoreElements() && block.length() < LONGEST_HEADER; ) {
            Header header = headers.nextElement();
            block.append(header.getName())
                    .append(": ")
                    .append(header.getValue())
                    .append("\r\n");
        }
        return block.append("\r\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
