package agency.frontline.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The demo's mail on disk: a folder for each mailbox, a file for each mail, so that a restart loses nothing of what the
 * client got. A mail that its reader has seen says so in its file's name.
 */
class KeptMail {

    private static final Logger LOG = LoggerFactory.getLogger(KeptMail.class);

    private static final String UNSEEN = ".eml";
    private static final String SEEN = ".seen.eml";

    private final Path root;

    KeptMail(Path root) {
        this.root = root;
    }

    /** A kept mail. */
    record Letter(Path file, Instant receivedAt, boolean seen, byte[] source) {}

    List<String> mailboxes() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (var folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> URLDecoder.decode(folder.getFileName().toString(), StandardCharsets.UTF_8))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All mails of a mailbox, oldest first; one that cannot be read is left out. */
    List<Letter> letters(String mailbox) {
        try (var files = Files.list(folder(mailbox))) {
            return files.filter(file -> file.toString().endsWith(UNSEEN))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<Letter> read(Path file) {
        try {
            var name = file.getFileName().toString();
            var received = Instant.ofEpochMilli(Long.parseLong(name.substring(0, name.indexOf('-'))));
            return Optional.of(new Letter(file, received, name.endsWith(SEEN), Files.readAllBytes(file)));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The demo mail in {} cannot be read", file, e);
            return Optional.empty();
        }
    }

    /**
     * Keeps a mail. Without a disk to write on the demo goes on, and forgets its mail at the end.
     *
     * @param number tells apart what came in the same moment
     */
    Optional<Path> keep(String mailbox, long number, Instant receivedAt, byte[] source) {
        try {
            var folder = Files.createDirectories(folder(mailbox));
            var file = folder.resolve("%014d-%08d%s".formatted(receivedAt.toEpochMilli(), number, UNSEEN));
            var unfinished = Files.createTempFile(folder, "mail", ".part");
            Files.write(unfinished, source);
            return Optional.of(Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE));
        } catch (IOException e) {
            LOG.warn("A demo mail to {} cannot be kept", mailbox, e);
            return Optional.empty();
        }
    }

    /** Notes that a mail was seen. Returns its new place. */
    Path seen(Path file) {
        var name = file.getFileName().toString();
        if (name.endsWith(SEEN)) {
            return file;
        }
        try {
            var stem = name.substring(0, name.length() - UNSEEN.length());
            return Files.move(file, file.resolveSibling(stem + SEEN));
        } catch (IOException e) {
            LOG.warn("The demo mail in {} cannot be marked as seen", file, e);
            return file;
        }
    }

    void forget(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The demo mail in {} cannot be deleted", file, e);
        }
    }

    /** The address can be read in the folder's name; what file systems may not like in it is escaped. */
    private Path folder(String mailbox) {
        return root.resolve(URLEncoder.encode(mailbox, StandardCharsets.UTF_8)
                .replace("%40", "@")
                .replace("*", "%2A"));
    }
}
