package agency.frontline.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What keeps the database from working that is nobody's mistake and passes: everything is as before, and a later try does. */
public enum StorageTrouble {

    /** The disk under the database is full (C14, C15). */
    FULL(507, "Storage full", "The storage of Frontline is full. Nothing has changed; tell your administrator."),

    /** The database is down, restarting or cut off (C11, C12, C13). */
    AWAY(
            503,
            "Not available",
            "The database cannot be reached at the moment. Nothing has changed; try again in half a minute.");

    /** What callers that keep to {@code Retry-After} wait, in seconds. */
    public static final String RETRY_AFTER = "30";

    /** SQL states of a full disk: PostgreSQL's own; H2 tells of it in words only. */
    private static final String DISK_FULL = "53100";

    private static final Pattern NO_SPACE =
            Pattern.compile("No space left on device|not enough space on the disk|Disk quota exceeded|File too large");

    private final int status;
    private final String title;
    private final String sentence;

    StorageTrouble(int status, String title, String sentence) {
        this.status = status;
        this.title = title;
        this.sentence = sentence;
    }

    /** What this failure, or what caused it, says of the database; empty if it is about something else. */
    public static Optional<StorageTrouble> of(Throwable thrown) {
        var causes = Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50)
                .flatMap(StorageTrouble::andNext)
                .toList();
        if (causes.stream().anyMatch(StorageTrouble::tellsFull)) {
            return Optional.of(FULL);
        }
        return causes.stream().anyMatch(StorageTrouble::tellsAway) ? Optional.of(AWAY) : Optional.empty();
    }

    private static Stream<Throwable> andNext(Throwable cause) {
        return cause instanceof SQLException first
                ? Stream.iterate(first, next -> next != null, SQLException::getNextException)
                        .limit(50)
                        .map(Throwable.class::cast)
                : Stream.of(cause);
    }

    private static boolean tellsFull(Throwable cause) {
        return cause instanceof SQLException e && DISK_FULL.equals(e.getSQLState())
                || cause instanceof IOException
                        && NO_SPACE.matcher(String.valueOf(cause.getMessage())).find();
    }

    /** No connection, or a server that is shutting down; H2 has states of its own for both. */
    private static boolean tellsAway(Throwable cause) {
        var state = cause instanceof SQLException e ? e.getSQLState() : null;
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("57P0")
                        || state.startsWith("9012")
                        || state.equals("90098"));
    }

    /** For answers over HTTP. */
    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public String sentence() {
        return sentence;
    }
}
