package agency.frontline.text;

import java.util.List;

/**
 * Something a person asked for is not done, and this is why and what would do. Nothing has changed when it is thrown;
 * a transaction it leaves is rolled back. Shown as HTTP 400, 403, 404 or 409 at every inlet (api.md, RFC 9457).
 */
public final class Refusal extends RuntimeException {

    /** What kind of no it is; decides the HTTP status. */
    public enum Kind {
        /** 400: a field is missing or wrong; the person can mend it. */
        BAD_INPUT,
        /** 403: this role may never do it. */
        NOT_ALLOWED,
        /** 404: it does not exist, or the person may not know that it does. */
        NOT_FOUND,
        /** 409: somebody was first. */
        TOO_LATE
    }

    /** One field (by the name its form and the REST face use) and the sentence that says what would do. */
    public record FieldError(String field, String message) {}

    private final Kind kind;
    private final List<FieldError> errors;

    private Refusal(Kind kind, String message, List<FieldError> errors) {
        super(message);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    /** Bad input in one field. */
    public static Refusal of(String field, String message) {
        return of(List.of(new FieldError(field, message)));
    }

    /** Bad input in several fields, told all at once; the list must not be empty. */
    public static Refusal of(List<FieldError> errors) {
        var sentence = errors.stream().map(e -> e.field() + ": " + e.message()).toList();
        return new Refusal(Kind.BAD_INPUT, String.join(" ", sentence), errors);
    }

    public static Refusal notAllowed(String message) {
        return new Refusal(Kind.NOT_ALLOWED, message, List.of());
    }

    public static Refusal notFound(String message) {
        return new Refusal(Kind.NOT_FOUND, message, List.of());
    }

    public static Refusal tooLate(String message) {
        return new Refusal(Kind.TOO_LATE, message, List.of());
    }

    public Kind kind() {
        return kind;
    }

    /** The fields to mend; empty unless {@link Kind#BAD_INPUT}. */
    public List<FieldError> errors() {
        return errors;
    }
}
