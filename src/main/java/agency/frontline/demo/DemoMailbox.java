package agency.frontline.demo;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** One mailbox of the demo mail server: the newest mails to an address, in memory and, where mail is kept, on disk. */
final class DemoMailbox {

    /** Enough for any demonstration; a benchmark must not fill memory or disk. */
    static final int MOST = 300;

    private static final Session SESSION = Session.getInstance(new Properties());

    private final String address;
    private final MailFolder inbox;
    private final @Nullable KeptMail kept;
    private final boolean readByFrontline;
    private final Map<Long, Path> files = new ConcurrentHashMap<>();

    /**
     * @param kept null if mail is not kept
     * @param readByFrontline whether a mail may only go once it was fetched
     */
    DemoMailbox(String address, MailFolder inbox, @Nullable KeptMail kept, boolean readByFrontline) {
        this.address = address;
        this.inbox = inbox;
        this.kept = kept;
        this.readByFrontline = readByFrontline;
        inbox.addListener(new SeenMails());
    }

    /**
     * A mail in the box.
     *
     * @param uid as in IMAP
     */
    record Mail(long uid, Instant receivedAt, boolean seen, MimeMessage message) {}

    String address() {
        return address;
    }

    /** Newest first. */
    List<Mail> mails() {
        return inbox.getNonDeletedMessages().stream()
                .map(DemoMailbox::mail)
                .sorted(Comparator.comparing(Mail::uid).reversed())
                .toList();
    }

    Optional<Mail> mail(long uid) {
        return Optional.ofNullable(inbox.getMessage(uid)).map(DemoMailbox::mail);
    }

    private static Mail mail(StoredMessage stored) {
        return new Mail(
                stored.getUid(),
                stored.getReceivedDate().toInstant(),
                stored.isSet(Flags.Flag.SEEN),
                stored.getMimeMessage());
    }

    /** Takes a mail in. Each mailbox gets a copy of its own, for a mail carries its flags with it. */
    synchronized void deliver(MimeMessage message, Instant receivedAt) {
        try {
            var source = new ByteArrayOutputStream();
            message.writeTo(source);
            var number = inbox.getUIDNext();
            var file = kept == null
                    ? Optional.<Path>empty()
                    : kept.keep(address, number, receivedAt, source.toByteArray());
            append(source.toByteArray(), receivedAt, false, file.orElse(null));
            makeRoom();
        } catch (IOException | MessagingException | FolderException e) {
            throw new IllegalStateException("A mail to " + address + " cannot be taken", e);
        }
    }

    /** Fills the box with what was kept before the last stop. */
    synchronized void restore() {
        if (kept == null) {
            return;
        }
        for (var letter : kept.letters(address)) {
            try {
                append(letter.source(), letter.receivedAt(), letter.seen(), letter.file());
            } catch (MessagingException e) {
                throw new IllegalStateException("The mail in " + letter.file() + " cannot be read", e);
            }
        }
    }

    private void append(byte[] source, Instant receivedAt, boolean seen, @Nullable Path file)
            throws MessagingException {
        var flags = seen ? new Flags(Flags.Flag.SEEN) : new Flags();
        var copy = new MimeMessage(SESSION, new ByteArrayInputStream(source));
        var uid = inbox.appendMessage(copy, flags, Date.from(receivedAt));
        if (file != null) {
            files.put(uid, file);
        }
    }

    private void makeRoom() throws FolderException {
        var all = inbox.getNonDeletedMessages();
        var tooMany = all.size() - MOST;
        if (tooMany <= 0) {
            return;
        }
        for (var oldest : all.subList(0, tooMany)) {
            if (!readByFrontline || oldest.isSet(Flags.Flag.SEEN)) {
                oldest.setFlag(Flags.Flag.DELETED, true);
                var file = files.remove(oldest.getUid());
                if (file != null && kept != null) {
                    kept.forget(file);
                }
            }
        }
        inbox.expunge();
    }

    /** After a restart only what nobody has seen yet is new again; Frontline fetches nothing twice. */
    private final class SeenMails implements FolderListener {

        @Override
        public void flagsUpdated(int number, Flags flags, @Nullable Long uid) {
            if (kept == null || !flags.contains(Flags.Flag.SEEN)) {
                return;
            }
            var messages = inbox.getMessages();
            var id = uid != null
                    ? uid
                    : number <= messages.size() ? messages.get(number - 1).getUid() : -1;
            files.computeIfPresent(id, (same, file) -> kept.seen(file));
        }

        @Override
        public void added(int number) {}

        @Override
        public void expunged(int number) {}

        @Override
        public void mailboxDeleted() {}
    }
}
