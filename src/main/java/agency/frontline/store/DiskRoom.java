package agency.frontline.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Whether there is room for more where the H2 file lies. With too little of it Frontline takes no mail, which is safe on
 * its server, and is not ready; an H2 database that meets the end of the disk closes itself (C14). The disks of a
 * database server are that server's to watch.
 */
@Component("diskRoomHealthIndicator")
public class DiskRoom implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(DiskRoom.class);

    private static final Pattern H2_FILE = Pattern.compile("^jdbc:h2:(?:file:)?([^:;]+)");

    private final @Nullable Path directory;
    private final DataSize spare;
    private final AtomicBoolean tight = new AtomicBoolean();

    DiskRoom(
            @Value("${spring.datasource.url:}") String url,
            @Value("${frontline.database.spare-room:20MB}") DataSize spare) {
        var file = H2_FILE.matcher(url);
        this.directory = file.find() ? Path.of(file.group(1)).toAbsolutePath().getParent() : null;
        this.spare = spare;
    }

    /** False when it is nearly full; says so in the log when that begins and when it ends, once each. */
    public boolean isThere() {
        var left = left();
        boolean enough = left == null || left >= spare.toBytes();
        if (tight.compareAndSet(enough, !enough)) {
            if (enough) {
                LOG.info("There is room in {} again; Frontline takes mail and work as before.", directory);
            } else {
                LOG.error(
                        "The disk is full: {} KB are left in {}, where the database lies. Until there are {} MB, mail stays on"
                                + " its server and Frontline is not ready. What was acknowledged is kept.",
                        left / 1024,
                        directory,
                        spare.toMegabytes());
            }
        }
        return enough;
    }

    /** Bytes; null where it is not for us to know. */
    private @Nullable Long left() {
        if (directory == null || !Files.isDirectory(directory)) {
            return null;
        }
        try {
            return Files.getFileStore(directory).getUsableSpace();
        } catch (IOException unknown) {
            return null;
        }
    }

    @Override
    public Health health() {
        var left = left();
        var health = isThere() ? Health.up() : Health.down();
        return left == null ? health.build() : health.withDetail("free", left).build();
    }
}
