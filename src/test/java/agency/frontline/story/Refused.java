package agency.frontline.story;

import static org.assertj.core.api.Assertions.catchThrowable;

import agency.frontline.text.Refusal;
import agency.frontline.text.Refusal.FieldError;
import java.util.Map;
import java.util.stream.Collectors;

/** What a gate answered: each field with the sentence that says what would do. */
public final class Refused {

    private Refused() {}

    /** The fields that were refused; the engine may have wrapped the refusal. */
    public static Map<String, String> by(Runnable deed) {
        return refusal(deed).errors().stream()
                .collect(Collectors.toMap(FieldError::field, FieldError::message, (one, other) -> one + " " + other));
    }

    /** The refusal itself. */
    public static Refusal refusal(Runnable deed) {
        var thrown = catchThrowable(deed::run);
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        throw new AssertionError("It was not refused", thrown);
    }
}
