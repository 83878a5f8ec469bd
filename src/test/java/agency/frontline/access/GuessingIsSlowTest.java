package agency.frontline.access;

import static org.assertj.core.api.Assertions.assertThat;

import agency.frontline.FrontlineTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@FrontlineTest
@DisplayName("Guessing passwords is slow, for one user and from one address")
class GuessingIsSlowTest {

    @LocalServerPort
    int port;

    @Autowired
    IdentityService identity;

    @Test
    void oneUserCanBeGuessedAtOnlySlowly() {
        var user = identity.newUser("target");
        user.setPassword("demo");
        identity.saveUser(user);
        identity.createMembership("target", "planners");
        assertThat(status("127.0.0.11", "target", "demo")).isEqualTo(200);

        for (int i = 0; i < 3; i++) {
            assertThat(status("127.0.0.11", "target", "wrong" + i)).isEqualTo(401);
        }

        assertThat(status("127.0.0.12", "target", "demo")).isEqualTo(401);
    }

    @Test
    void oneAddressCanGuessOnlySlowlyWhoeverItTries() {
        var answer = "";
        var tries = 0;
        while (!answer.startsWith("HTTP/1.1 429") && tries < 40) {
            answer = ask("127.0.0.13", "user" + tries++, "Summer2026");
        }

        assertThat(tries).isEqualTo(21);
        assertThat(answer).containsPattern("Retry-After: [1-9]");
        assertThat(status("127.0.0.13", "planner", "demo")).isEqualTo(429);
        assertThat(status("127.0.0.14", "planner", "demo")).isEqualTo(200);
    }

    @Test
    void theThrottleGivesOneMoreTryEveryTenSeconds() {
        var clock = new MovingClock();
        var throttle = new LoginThrottle(clock);
        for (int i = 0; i < 20; i++) {
            assertThat(throttle.wait("10.0.0.1")).isEmpty();
            throttle.failed("10.0.0.1");
        }

        assertThat(throttle.wait("10.0.0.1")).hasValue(Duration.ofSeconds(10));
        assertThat(throttle.wait("10.0.0.2")).isEmpty();
        clock.now = clock.now.plusSeconds(10);
        assertThat(throttle.wait("10.0.0.1")).isEmpty();
        throttle.failed("10.0.0.1");
        assertThat(throttle.wait("10.0.0.1")).isPresent();
    }

    @Test
    void aWholeIpv6NetworkCountsAsOneAddress() {
        var throttle = new LoginThrottle(new MovingClock());
        for (int i = 0; i < 20; i++) {
            throttle.failed("2001:db8:1:2::" + i);
        }

        assertThat(throttle.wait("2001:db8:1:2:ffff::1")).isPresent();
        assertThat(throttle.wait("2001:db8:1:3::1")).isEmpty();
    }

    private int status(String from, String user, String password) {
        return Integer.parseInt(ask(from, user, password).split(" ", 3)[1]);
    }

    /** By hand, for the client must call from an address of its own. */
    private String ask(String from, String user, String password) {
        var credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        var request =
                "GET /engine-rest/version HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                        + credentials + "\r\n\r\n";
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(from), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class MovingClock extends Clock {

        private Instant now = Instant.parse("2026-11-24T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
