package agency.frontline.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Nobody tries tokens by the thousand (S13, S15). A whole office behind one address may open its pulses; whoever asks for
 * more than that waits a little.
 */
class PulseThrottle extends OncePerRequestFilter {

    private static final int AT_ONCE = 60;
    private static final Duration ONE_MORE_EVERY = Duration.ofSeconds(2);

    private final AddressLimit limit;

    PulseThrottle(Clock clock) {
        this.limit = new AddressLimit(AT_ONCE, ONE_MORE_EVERY, clock);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var wait = limit.wait(request.getRemoteAddr());
        if (wait.isPresent()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        limit.count(request.getRemoteAddr());
        chain.doFilter(request, response);
    }
}
