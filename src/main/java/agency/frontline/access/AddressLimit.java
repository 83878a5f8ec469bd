package agency.frontline.access;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** So many tries at once from one address, and one more every so often (S15). */
final class AddressLimit {

    private static final int ADDRESSES_REMEMBERED = 10_000;

    private final int atOnce;
    private final Duration oneMoreEvery;
    private final TimeMeter time;
    private final Map<String, Bucket> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES_REMEMBERED;
        }
    };

    AddressLimit(int atOnce, Duration oneMoreEvery, Clock clock) {
        this.atOnce = atOnce;
        this.oneMoreEvery = oneMoreEvery;
        this.time = new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /** How long this address must wait before the next try; empty if it may try now. */
    synchronized Optional<Duration> wait(String address) {
        return Optional.ofNullable(addresses.get(key(address)))
                .map(bucket -> bucket.estimateAbilityToConsume(1))
                .filter(estimate -> !estimate.canBeConsumed())
                .map(estimate -> Duration.ofNanos(estimate.getNanosToWaitForRefill()));
    }

    /** Counts one try. */
    synchronized void count(String address) {
        addresses.computeIfAbsent(key(address), unknown -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(atOnce).refillGreedy(1, oneMoreEvery))
                .build();
    }

    /** One IPv6 customer has a whole /64 of addresses. */
    private static String key(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            return Arrays.toString(Arrays.copyOf(InetAddress.getByName(address).getAddress(), 8));
        } catch (UnknownHostException notAnAddress) {
            return address;
        }
    }
}
