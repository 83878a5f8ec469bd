package agency.frontline.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
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

    private final AddressLimit limit;

    LoginThrottle(Clock clock) {
        this.limit = new AddressLimit(WRONG_AT_ONCE, ONE_MORE_EVERY, clock);
    }

    /** How long this address must wait before the next try; empty if it may try now. */
    Optional<Duration> wait(String address) {
        return limit.wait(address);
    }

    void failed(String address) {
        limit.count(address);
    }
}
