package agency.frontline.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says in our words what Jackson could not read: which field, and what would do. Jackson's own sentences name Java
 * classes, which are nobody's business outside (S20).
 */
final class UnreadableJson {

    private static final String BODY = "body";
    private static final Pattern DUPLICATE = Pattern.compile("Duplicate field '(.*)'", Pattern.DOTALL);
    private static final Set<Class<?>> WHOLE_NUMBERS = Set.of(int.class, long.class, Integer.class, Long.class);

    private UnreadableJson() {}

    static Refusal refusal(@Nullable Throwable cause) {
        if (cause instanceof JsonMappingException mapping) {
            return unfit(path(mapping), mapping);
        }
        if (cause instanceof JsonProcessingException malformed) {
            return malformed("", malformed);
        }
        return Refusal.of(BODY, "Send a JSON object.");
    }

    private static Refusal unfit(String path, JsonMappingException unfit) {
        if (unfit.getCause() instanceof Refusal refusal) {
            return Refusal.of(refusal.errors().stream()
                    .map(error -> new Refusal.FieldError(below(path, error.field()), error.message()))
                    .toList());
        }
        if (unfit.getCause() instanceof JsonProcessingException malformed) {
            return malformed(path, malformed);
        }
        var field = path.isEmpty() ? BODY : path;
        if (unfit instanceof UnrecognizedPropertyException unknown) {
            var known =
                    unknown.getKnownPropertyIds().stream().map(Object::toString).sorted();
            return Refusal.of(
                    field, "There is no such field; known here are " + known.collect(Collectors.joining(", ")) + ".");
        }
        if (unfit.getOriginalMessage().startsWith("Trailing token")) {
            return Refusal.of(BODY, "Send one JSON value and nothing behind it.");
        }
        if (unfit instanceof MismatchedInputException mismatch && mismatch.getTargetType() != null) {
            return Refusal.of(field, "Give " + kindOf(mismatch.getTargetType()) + ".");
        }
        return Refusal.of(field, "This value does not fit here.");
    }

    private static Refusal malformed(String path, JsonProcessingException malformed) {
        var duplicate = DUPLICATE.matcher(malformed.getOriginalMessage());
        if (duplicate.matches()) {
            return Refusal.of(below(path, duplicate.group(1)), "This field stands here twice; name it once.");
        }
        if (malformed instanceof InputCoercionException && !path.isEmpty()) {
            return Refusal.of(path, "This number is out of range; give a smaller one.");
        }
        var place = malformed.getLocation();
        return Refusal.of(
                BODY,
                place == null
                        ? "This is no readable JSON."
                        : "This is no readable JSON; look at line %d, column %d."
                                .formatted(place.getLineNr(), place.getColumnNr()));
    }

    /** What would do for a value of this type, as the object of a sentence. */
    static String kindOf(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.joining(", ", "one of ", ""));
        }
        if (type == String.class) {
            return "a text in quotes";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (WHOLE_NUMBERS.contains(type)) {
            return "a whole number";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a number";
        }
        if (type == Instant.class) {
            return "a time in UTC, such as 2026-03-02T09:30:00Z";
        }
        if (type == LocalDate.class) {
            return "a date, such as 2026-03-02";
        }
        if (type == LocalTime.class) {
            return "a time of day, such as 09:30";
        }
        if (type == Duration.class) {
            return "a duration, such as PT4H";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list in square brackets";
        }
        return type.isRecord() || Map.class.isAssignableFrom(type) ? "an object in curly brackets" : "another value";
    }

    private static String path(JsonMappingException unfit) {
        return unfit.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .reduce("", UnreadableJson::below);
    }

    private static String below(String path, String step) {
        return path.isEmpty() || step.startsWith("[") ? path + step : path + "." + step;
    }
}
