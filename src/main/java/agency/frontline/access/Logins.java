package agency.frontline.access;

import agency.frontline.text.SafeText;
import java.time.Duration;
import java.util.Date;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.spring.boot.starter.property.CamundaBpmProperties;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Checks a user and password, for our login page and for REST; whom it lets in is the same as Camunda's own pages do. */
@Component
class Logins {

    private static final Logger LOG = LoggerFactory.getLogger(Logins.class);

    private final ProcessEngine engine;
    private final LoginThrottle throttle;
    private final long cacheTimeToLive;

    Logins(@Lazy ProcessEngine engine, LoginThrottle throttle, CamundaBpmProperties camunda) {
        this.engine = engine;
        this.throttle = throttle;
        this.cacheTimeToLive = camunda.getWebapp().getAuth().getCache().getTimeToLive();
    }

    /** Too many wrong passwords came from one address. */
    static final class TooManyTries extends AuthenticationException {

        private final Duration wait;

        TooManyTries(Duration wait) {
            super("Too many failed logins came from your address; try again in a while.");
            this.wait = wait;
        }

        /** Whole seconds, rounded up, as the header Retry-After wants them. */
        long seconds() {
            return wait.plusMillis(999).toSeconds();
        }
    }

    /** Groups and tenants live a minute at most, then they are read anew (S17). */
    long cacheTimeToLive() {
        return cacheTimeToLive;
    }

    /**
     * @param address where the try comes from
     * @throws TooManyTries if that address must wait, whatever the password
     * @throws BadCredentialsException if user and password do not belong together, or the user must wait
     */
    UserAuthentication login(@Nullable String user, @Nullable String password, String address) {
        var wait = throttle.wait(address);
        if (wait.isPresent()) {
            throw new TooManyTries(wait.get());
        }
        var person = isBlank(user) || isBlank(password) ? null : check(user, password);
        if (person == null) {
            throttle.failed(address);
            LOG.info("Login of {} from {} failed", SafeText.line(user == null ? "" : user, 64), address);
            throw new BadCredentialsException("User and password do not belong together, or too many tries were made.");
        }
        return person;
    }

    private @Nullable UserAuthentication check(String user, String password) {
        IdentityService identity = engine.getIdentityService();
        identity.clearAuthentication();
        if (!identity.checkPassword(user, password)) {
            return null;
        }
        var person = AuthenticationUtil.createAuthentication(engine, user);
        if (person != null) {
            person.setCacheValidationTime(new Date(ClockUtil.getCurrentTime().getTime() + cacheTimeToLive));
        }
        return person;
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
