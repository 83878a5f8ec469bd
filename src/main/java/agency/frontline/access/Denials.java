package agency.frontline.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriComponentsBuilder;

/** How each face says that a login is missing or a role does not reach: our REST, the engine's, its web apps, pages. */
final class Denials {

    private static final Logger LOG = LoggerFactory.getLogger(Denials.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NO_LOGIN = "Log in with user and password.";

    private Denials() {}

    static AuthenticationEntryPoint basicChallenge(boolean engineStyle) {
        return (request, response, missing) -> {
            if (missing instanceof Logins.TooManyTries tooMany) {
                tooMany(response, tooMany);
                return;
            }
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Frontline\", charset=\"UTF-8\"");
            if (engineStyle) {
                engineError(response, HttpStatus.UNAUTHORIZED, "AuthenticationException", NO_LOGIN);
            } else {
                problem(response, HttpStatus.UNAUTHORIZED, "Login needed", NO_LOGIN);
            }
        };
    }

    /** For the web apps: a challenge would make the browser show its own dialog over their login page. */
    static AuthenticationEntryPoint plain401() {
        return (request, response, missing) ->
                engineError(response, HttpStatus.UNAUTHORIZED, "AuthenticationException", NO_LOGIN);
    }

    /** A page sends people to the login, and after it back to where they wanted to go. */
    static AuthenticationEntryPoint loginPage() {
        return (request, response, missing) -> {
            if (!request.getMethod().equals("GET")) {
                response.sendError(HttpStatus.UNAUTHORIZED.value());
                return;
            }
            var wanted = request.getRequestURI()
                    + Optional.ofNullable(request.getQueryString())
                            .map(query -> "?" + query)
                            .orElse("");
            response.sendRedirect(UriComponentsBuilder.fromPath("/login")
                    .queryParam("continue", "{wanted}")
                    .encode()
                    .buildAndExpand(wanted)
                    .toUriString());
        };
    }

    static AccessDeniedHandler problem() {
        return (request, response, denied) -> {
            log(request, denied);
            problem(response, HttpStatus.FORBIDDEN, "Not allowed", sentence(denied));
        };
    }

    static AccessDeniedHandler engineError() {
        return (request, response, denied) -> {
            log(request, denied);
            engineError(response, HttpStatus.FORBIDDEN, "AuthorizationException", sentence(denied));
        };
    }

    static AccessDeniedHandler errorPage() {
        return (request, response, denied) -> {
            log(request, denied);
            response.sendError(HttpStatus.FORBIDDEN.value());
        };
    }

    static void tooMany(HttpServletResponse response, Logins.TooManyTries tooMany) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(tooMany.seconds()));
        problem(response, HttpStatus.TOO_MANY_REQUESTS, "Too many tries", String.valueOf(tooMany.getMessage()));
    }

    private static String sentence(AccessDeniedException denied) {
        if (denied instanceof CsrfException) {
            return "The request lacks this session's CSRF token; load the page again.";
        }
        var said = denied.getMessage();
        return said == null || said.equals("Access Denied") ? "Your groups may not do this." : said;
    }

    private static void log(HttpServletRequest request, AccessDeniedException denied) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        LOG.info(
                "Refused {} {} to {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                login == null ? "nobody" : login.getName(),
                sentence(denied));
    }

    private static void problem(HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        write(
                response,
                status,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE,
                Map.of("title", title, "status", status.value(), "detail", detail, "errors", List.of()));
    }

    private static void engineError(HttpServletResponse response, HttpStatus status, String type, String message)
            throws IOException {
        write(response, status, MediaType.APPLICATION_JSON_VALUE, Map.of("type", type, "message", message));
    }

    private static void write(HttpServletResponse response, HttpStatus status, String type, Map<String, ?> body)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        JSON.writeValue(response.getWriter(), body);
    }
}
