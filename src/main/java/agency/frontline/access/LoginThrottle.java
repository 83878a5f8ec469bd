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
import org.springframework.stereotype.Component;

/**
 * Slows down whoever guesses passwords from one address (S15): twenty wrong ones at once, then one more every ten
 * seconds, over all users and every way to log in. The engine itself slows down guesses at one user, wherever they come
 * from; it alone would let somebody try one common password on everybody.
 */
@Component
class LoginThrottle {

    private static final int WRONG_AT_ONCE = 20;
    private static final Duration ONE_MORE_EVERY = Duration.ofSeconds(10);
    private static final int ADDRESSES_REMEMBERED = 10_000;

    private final TimeMeter time;
    private final Map<String, Bucket> addresses = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES_REMEMBERED;
        }
    };

    LoginThrottle(Clock clock) {
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

    synchronized void failed(String address) {
        addresses.computeIfAbsent(key(address), unknown -> bucket()).tryConsume(1);
    }

    private Bucket bucket() {
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(WRONG_AT_ONCE).refillGreedy(1, ONE_MORE_EVERY))
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
