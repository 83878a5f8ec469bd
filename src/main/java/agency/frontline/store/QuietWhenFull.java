package agency.frontline.store;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * With a full disk everything fails, and each failure would come with its stack, on the same disk as likely as not. One
 * line says it, and again every ten minutes while it lasts (C14, C15).
 */
@Component
class QuietWhenFull extends TurboFilter {

    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(QuietWhenFull.class);

    private static final long AGAIN = Duration.ofMinutes(10).toNanos();

    private final AtomicLong said = new AtomicLong(System.nanoTime() - AGAIN);

    @PostConstruct
    void listen() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.addTurboFilter(this);
            start();
        }
    }

    @PreDestroy
    void leave() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
            logs.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] values,
            @Nullable Throwable thrown) {
        var failure = thrown != null ? thrown : last(values);
        if (failure == null
                || !level.isGreaterOrEqual(Level.WARN)
                || StorageTrouble.of(failure)
                        .filter(StorageTrouble.FULL::equals)
                        .isEmpty()) {
            return FilterReply.NEUTRAL;
        }
        var before = said.get();
        var now = System.nanoTime();
        if (now - before >= AGAIN && said.compareAndSet(before, now)) {
            LOG.error(
                    "The storage of the database is full. Nothing that was acknowledged is lost, and nothing is taken until"
                            + " there is space; each mail stays where it is.");
        }
        return FilterReply.DENY;
    }

    private static @Nullable Throwable last(Object @Nullable [] values) {
        return values != null && values.length > 0 && values[values.length - 1] instanceof Throwable thrown
                ? thrown
                : null;
    }
}
