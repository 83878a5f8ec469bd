package agency.frontline.desk;

import agency.frontline.store.StorageTrouble;
import agency.frontline.text.Refusal;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What somebody reads when a page cannot be had: a sentence and a way on, never a stack, a statement or a path (S20).
 * Programs get the same as {@code application/problem+json}.
 */
@Controller
@ControllerAdvice
@Order(-1) // before Spring Boot's own advice, which would answer a browser with Json
class ErrorPages implements ErrorController {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private final PageFrame frame;

    ErrorPages(PageFrame frame) {
        this.frame = frame;
    }

    /** Whatever was refused before it came to a controller: by a filter, the container, or the engine's web apps. */
    @RequestMapping("${server.error.path:/error}")
    Object refusedOutside(HttpServletRequest request) {
        var code = (Integer) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var path = (String) request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var status = code == null ? HttpStatus.NOT_FOUND : HttpStatusCode.valueOf(code);
        var failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        var trouble = Optional.ofNullable(failure).flatMap(StorageTrouble::of);
        if (trouble.isPresent()) {
            return unavailable(request, path == null ? "" : path, trouble.get());
        }
        var number = status.is5xxServerError() ? number(failure) : null;
        return answer(request, path == null ? "" : path, status, null, number);
    }

    @ExceptionHandler
    Object refused(Refusal refusal, HttpServletRequest request) {
        var status =
                switch (refusal.kind()) {
                    case BAD_INPUT -> HttpStatus.BAD_REQUEST;
                    case NOT_ALLOWED -> HttpStatus.FORBIDDEN;
                    case NOT_FOUND -> HttpStatus.NOT_FOUND;
                    case TOO_LATE -> HttpStatus.CONFLICT;
                };
        return answer(request, request.getRequestURI(), status, refusal.getMessage(), null);
    }

    /** Login and roles answer for themselves, in the security filters. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    Object anythingElse(Exception exception, HttpServletRequest request) {
        for (Throwable cause = exception; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refused(refusal, request);
            }
        }
        if (exception instanceof ErrorResponse known) {
            return answer(request, request.getRequestURI(), known.getStatusCode(), null, null);
        }
        var trouble = StorageTrouble.of(exception);
        if (trouble.isPresent()) {
            LOG.warn("The database does not work: {}", trouble.get(), exception);
            return unavailable(request, request.getRequestURI(), trouble.get());
        }
        return answer(request, request.getRequestURI(), HttpStatus.INTERNAL_SERVER_ERROR, null, number(exception));
    }

    /** A page cannot even be framed without the database: one sentence will do (C12, C14). */
    private static Object unavailable(HttpServletRequest request, String path, StorageTrouble trouble) {
        var response =
                ResponseEntity.status(trouble.status()).header(HttpHeaders.RETRY_AFTER, StorageTrouble.RETRY_AFTER);
        if (isForAProgram(request, path)) {
            var problem =
                    ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(trouble.status()), trouble.sentence());
            problem.setTitle(trouble.title());
            problem.setProperty("errors", List.of());
            return response.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
        }
        return response.contentType(MediaType.TEXT_HTML)
                .body("<!doctype html><html lang=\"en\"><title>%1$s</title><h1>%1$s</h1><p>%2$s</p></html>"
                        .formatted(trouble.title(), trouble.sentence()));
    }

    private static String number(@Nullable Throwable failure) {
        var number = UUID.randomUUID().toString();
        LOG.error("Error {}", number, failure);
        return number;
    }

    private Object answer(
            HttpServletRequest request,
            String path,
            HttpStatusCode status,
            @Nullable String sentence,
            @Nullable String number) {
        var title = title(status);
        var said = sentence != null ? sentence : sentence(status, number);
        if (isForAProgram(request, path)) {
            var problem = ProblemDetail.forStatusAndDetail(status, said);
            problem.setTitle(title);
            problem.setProperty("errors", List.of());
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var model = new ExtendedModelMap();
        frame.putInto(model, path, SecurityContextHolder.getContext().getAuthentication());
        model.addAttribute("heading", title);
        model.addAttribute("sentence", said);
        return new ModelAndView("error", model, status);
    }

    private static boolean isForAProgram(HttpServletRequest request, String path) {
        var accepted = request.getHeader(HttpHeaders.ACCEPT);
        return path.startsWith("/api/")
                || path.startsWith("/camunda/api/")
                || path.startsWith("/engine-rest")
                || path.startsWith("/v3/api-docs")
                || accepted == null
                || !accepted.contains(MediaType.TEXT_HTML_VALUE) && accepted.contains("json");
    }

    private static String title(HttpStatusCode status) {
        return switch (status.value()) {
            case 400 -> "That cannot be read";
            case 401 -> "Please log in";
            case 403 -> "Not for your role";
            case 404 -> "Not found";
            case 405 -> "Not that way";
            case 409 -> "Somebody was first";
            case 413 -> "Too large";
            case 429 -> "Too many tries";
            default -> status.is5xxServerError() ? "Something went wrong" : "That did not work";
        };
    }

    private static String sentence(HttpStatusCode status, @Nullable String number) {
        return switch (status.value()) {
            case 400 -> "Something in the request does not fit. Go back, check what you entered, and try again.";
            case 401 -> "You need to log in to see this.";
            case 403 ->
                "Your groups do not include this. If they should, ask an administrator;"
                        + " if you have been away for a while, reload the page and try again.";
            case 404 -> "There is nothing here, or nothing that you may see.";
            case 405 -> "This address does not take such a request.";
            case 409 -> "Somebody else changed this at the same moment. Read it again and repeat your change.";
            case 413 -> "That is more than 25 MB. Send something smaller.";
            case 429 -> "Wait a minute, then try again.";
            default ->
                number == null
                        ? "This did not work."
                        : "Something went wrong on our side. Please tell your administrator this number: " + number;
        };
    }
}
