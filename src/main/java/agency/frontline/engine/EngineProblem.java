package agency.frontline.engine;

import agency.frontline.store.StorageTrouble;
import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.impl.transform.DmnTransformException;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.errorcode.BuiltinExceptionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the engine threw, as we say it over HTTP: who can mend it, and how. What only we can mend is told by a number;
 * the log has the rest (S20).
 *
 * @param type the short name that clients of the engine's REST API know
 * @param errors the fields to mend
 */
record EngineProblem(int status, String type, String title, String detail, List<FieldError> errors) {

    static final String AGAIN = "Somebody else changed this at the same moment. Read it again and repeat your change.";

    private static final Logger LOG = LoggerFactory.getLogger(EngineProblem.class);

    /** SQL states: a value the database cannot keep. */
    private static final Predicate<String> UNFIT = state -> state.startsWith("22");

    private static final Pattern NOTHING_FOUND = Pattern.compile("(?i)cannot find|not found|no .* found|doesn't exist");

    /** How the engine begins when a deployed file is at fault, which it does not tell by a type. */
    private static final Pattern MODEL = Pattern.compile("^(?:ENGINE-09|ENGINE-22004|The deployment contains)");

    /** A Java class with its packages, which are nobody's business outside. */
    private static final Pattern JAVA_CLASS = Pattern.compile("\\b(?:[a-z][a-z0-9_]*\\.){2,20}([A-Z]\\w*)");

    /** Null if the thrown is none of what we have better words for. */
    static @Nullable EngineProblem known(Throwable thrown) {
        var unreadable = find(thrown, JsonProcessingException.class);
        if (unreadable.isPresent()) {
            return of(unreadable.get());
        }
        var refusal = find(thrown, Refusal.class);
        if (refusal.isPresent()) {
            return of(refusal.get());
        }
        if (PassingProblem.isRace(thrown)) {
            return tooLate(AGAIN);
        }
        var trouble = StorageTrouble.of(thrown);
        if (trouble.isPresent()) {
            LOG.warn("The database does not work: {}", trouble.get(), thrown);
            return of(trouble.get());
        }
        if (hasCode(thrown, BuiltinExceptionCode.COLUMN_SIZE_TOO_SMALL)) {
            return badInput("A value is too long for where it is kept. Shorten it.");
        }
        if (hasState(thrown, UNFIT)) {
            return badInput("A value holds characters or digits that cannot be kept. Write it anew.");
        }
        return null;
    }

    static EngineProblem of(JsonProcessingException unreadable) {
        var field = unreadable instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(JsonMappingException.Reference::getFieldName)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining("."))
                : "";
        var where = Optional.ofNullable(unreadable.getLocation())
                .map(at -> " (line %d, column %d)".formatted(at.getLineNr(), at.getColumnNr()))
                .orElse("");
        var detail = "This is not the JSON that this call takes" + where + ".";
        return new EngineProblem(
                400,
                "BadInput",
                "Bad input",
                detail,
                field.isEmpty() ? List.of() : List.of(new FieldError(field, "Another kind of value belongs here.")));
    }

    private static EngineProblem of(Refusal refusal) {
        return switch (refusal.kind()) {
            case BAD_INPUT -> new EngineProblem(400, "BadInput", "Bad input", refusal.getMessage(), refusal.errors());
            case NOT_ALLOWED -> new EngineProblem(403, "NotAllowed", "Not allowed", refusal.getMessage(), List.of());
            case NOT_FOUND -> notFound(refusal.getMessage());
            case TOO_LATE -> tooLate(refusal.getMessage());
        };
    }

    private static EngineProblem of(StorageTrouble trouble) {
        return new EngineProblem(trouble.status(), "Unavailable", trouble.title(), trouble.sentence(), List.of());
    }

    static EngineProblem badInput(String detail) {
        return new EngineProblem(400, "BadInput", "Bad input", detail, List.of());
    }

    static EngineProblem notFound(String detail) {
        return new EngineProblem(404, "NotFound", "Not found", detail, List.of());
    }

    static EngineProblem tooLate(String detail) {
        return new EngineProblem(409, "TooLate", "Too late", detail, List.of());
    }

    /** The engine's own words, where they are for whoever asked; null where it failed. */
    static @Nullable EngineProblem inItsWords(Throwable thrown) {
        var message = withoutPackages(String.valueOf(thrown.getMessage()));
        if (find(thrown, AuthorizationException.class).isPresent()) {
            return new EngineProblem(403, "AuthorizationException", "Not allowed", message, List.of());
        }
        var nothing = find(thrown, NullValueException.class);
        if (find(thrown, NotFoundException.class).isPresent()
                || nothing.map(Throwable::getMessage)
                        .filter(NOTHING_FOUND.asPredicate())
                        .isPresent()) {
            return notFound(message);
        }
        if (Stream.of(
                                ParseException.class,
                                BadUserRequestException.class,
                                NotValidException.class,
                                NullValueException.class,
                                DmnTransformException.class)
                        .anyMatch(type -> find(thrown, type).isPresent())
                || MODEL.matcher(message).find()) {
            return badInput(message);
        }
        return null;
    }

    /** It is our fault: a number to tell an administrator, and all about it in the log. */
    static EngineProblem ours(Throwable thrown) {
        var number = UUID.randomUUID();
        LOG.error("Error {}", number, thrown);
        return new EngineProblem(
                500,
                "InternalError",
                "Something went wrong",
                "Something went wrong on our side. Please tell your administrator this number: " + number,
                List.of());
    }

    /** Whether it is worth a try a little later, as it is. */
    boolean isUnavailable() {
        return type.equals("Unavailable");
    }

    /** As {@code {type,message,code}}, which the webapps show, and RFC 9457 in one. */
    Map<String, Object> body() {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", type);
        body.put("message", detail);
        body.put("code", 0);
        body.put("title", title);
        body.put("status", status);
        body.put("detail", detail);
        body.put("errors", errors);
        return body;
    }

    static String withoutPackages(String message) {
        return JAVA_CLASS.matcher(message).replaceAll("$1");
    }

    private static boolean hasCode(Throwable thrown, BuiltinExceptionCode code) {
        return causes(thrown)
                .filter(ProcessEngineException.class::isInstance)
                .map(ProcessEngineException.class::cast)
                .anyMatch(engine -> engine.getCode() == code.getCode());
    }

    private static boolean hasState(Throwable thrown, Predicate<String> states) {
        return causes(thrown)
                .filter(SQLException.class::isInstance)
                .map(SQLException.class::cast)
                .flatMap(first -> Stream.iterate(first, next -> next != null, SQLException::getNextException)
                        .limit(50))
                .map(SQLException::getSQLState)
                .anyMatch(state -> state != null && states.test(state));
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        return causes(thrown).filter(type::isInstance).map(type::cast).findFirst();
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(50);
    }
}
