package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@DisplayName("A whole office may open its pulses, and nobody may try links by the thousand (S13, S15)")
class PulseThrottleTest {

    private static final Instant NOW = Instant.parse("2027-02-08T09:30:00Z");

    @Test
    void oneAddressIsSlowedDownAndTheOthersAreNot() throws Exception {
        var throttle = new PulseThrottle(Clock.fixed(NOW, ZoneOffset.UTC));
        for (int look = 0; look < 60; look++) {
            assertThat(ask(throttle, "192.0.2.1").getStatus()).isEqualTo(200);
        }

        var refused = ask(throttle, "192.0.2.1");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).matches("[1-9]\\d*");
        assertThat(ask(throttle, "192.0.2.2").getStatus()).isEqualTo(200);
        // One IPv6 customer is one, whatever of their addresses they use.
        for (int look = 0; look < 60; look++) {
            ask(throttle, "2001:db8::" + Integer.toHexString(look + 1));
        }
        assertThat(ask(throttle, "2001:db8::ffff").getStatus()).isEqualTo(429);
    }

    private static MockHttpServletResponse ask(PulseThrottle throttle, String address) throws Exception {
        var request = new MockHttpServletRequest("GET", "/pulse/x");
        request.setRemoteAddr(address);
        var response = new MockHttpServletResponse();
        throttle.doFilter(request, response, new MockFilterChain());
        return response;
    }
}
