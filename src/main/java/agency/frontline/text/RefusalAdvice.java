package agency.frontline.text;

import agency.frontline.store.StorageTrouble;
import agency.frontline.text.Refusal.FieldError;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/**
 * How every controller of the REST face says no: {@code {"title","detail","errors":[{"field","message"}]}} as
 * application/problem+json (api.md, RFC 9457). What broke on our side is told by a number only; the log has the rest (S20).
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // after whoever knows an exception better
class RefusalAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalAdvice.class);

    @ExceptionHandler
    ProblemDetail refused(Refusal refusal) {
        return switch (refusal.kind()) {
            case BAD_INPUT -> problem(HttpStatus.BAD_REQUEST, "Bad input", refusal);
            case NOT_ALLOWED -> problem(HttpStatus.FORBIDDEN, "Not allowed", refusal);
            case NOT_FOUND -> problem(HttpStatus.NOT_FOUND, "Not found", refusal);
            case TOO_LATE -> problem(HttpStatus.CONFLICT, "Too late", refusal);
        };
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return refused(UnreadableJson.refusal(unreadable.getCause()));
    }

    @ExceptionHandler
    ProblemDetail invalidBody(MethodArgumentNotValidException invalid) {
        var fields = invalid.getFieldErrors().stream().map(error -> fault(error.getField(), error));
        var whole = invalid.getGlobalErrors().stream().map(error -> fault(error.getObjectName(), error));
        return refused(Refusal.of(Stream.concat(fields, whole).toList()));
    }

    @ExceptionHandler
    ProblemDetail invalidParameters(HandlerMethodValidationException invalid) {
        return refused(Refusal.of(invalid.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error ->
                                fault(String.valueOf(result.getMethodParameter().getParameterName()), error)))
                .toList()));
    }

    @ExceptionHandler
    ProblemDetail missingParameter(MissingServletRequestParameterException missing) {
        return refused(Refusal.of(missing.getParameterName(), "Give this parameter in the address."));
    }

    @ExceptionHandler
    ProblemDetail unfitParameter(MethodArgumentTypeMismatchException unfit) {
        var type = unfit.getRequiredType();
        return refused(Refusal.of(
                unfit.getName(),
                "Give " + (type == null ? "another value" : UnreadableJson.kindOf(type)) + " in the address."));
    }

    @ExceptionHandler
    ProblemDetail somebodyWasFirst(ConcurrencyFailureException raced) {
        return refused(Refusal.tooLate(
                "Somebody else changed this at the same moment. Read it again and repeat your change."));
    }

    /** Login and roles answer for themselves, in the security filters. */
    @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
    void leaveToSecurity(RuntimeException denied) {
        throw denied;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> anythingElse(Exception exception) {
        if (exception instanceof ErrorResponse known) {
            var detail = known.getBody().getDetail();
            return answer(problem(known.getStatusCode(), known.getBody().getTitle(), detail, List.of()));
        }
        // The engine wraps what a listener throws.
        for (var cause = exception.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return answer(refused(refusal));
            }
        }
        var trouble = StorageTrouble.of(exception);
        if (trouble.isPresent()) {
            LOG.warn("The database does not work: {}", trouble.get(), exception);
            var away = trouble.get();
            return ResponseEntity.status(away.status())
                    .header(HttpHeaders.RETRY_AFTER, StorageTrouble.RETRY_AFTER)
                    .body(problem(HttpStatusCode.valueOf(away.status()), away.title(), away.sentence(), List.of()));
        }
        var number = UUID.randomUUID();
        LOG.error("Error {}", number, exception);
        return answer(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Something went wrong",
                "Something went wrong on our side. Please tell your administrator this number: " + number,
                List.of()));
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.of(problem).build();
    }

    private static FieldError fault(String field, MessageSourceResolvable error) {
        var message = error.getDefaultMessage();
        return new FieldError(field, message == null ? "This value does not fit here." : message);
    }

    private static ProblemDetail problem(HttpStatus status, String title, Refusal refusal) {
        return problem(status, title, refusal.getMessage(), refusal.errors());
    }

    private static ProblemDetail problem(
            HttpStatusCode status, @Nullable String title, @Nullable String detail, List<FieldError> errors) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        problem.setProperty("errors", errors);
        return problem;
    }
}
