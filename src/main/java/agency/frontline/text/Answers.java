package agency.frontline.text;

import agency.frontline.text.Refusal.FieldError;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person filled in on a form, read with all mistakes collected, so that they are told at once. Values come as
 * text, numbers, booleans, dates, lists and maps; whatever is absent, null or blank counts as not filled in.
 */
public final class Answers {

    private static final Pattern AMOUNT = Pattern.compile("\\d{1,9}(?:\\.\\d{1,2})?");
    private static final BigDecimal MOST = new BigDecimal(1_000_000_000);

    private final Function<String, @Nullable Object> values;
    private final List<FieldError> errors = new ArrayList<>();

    public Answers(Function<String, @Nullable Object> values) {
        this.values = values;
    }

    /** The text without blanks around it; empty if not filled in. */
    public String text(String field) {
        var value = values.apply(field);
        return value == null ? "" : value.toString().strip();
    }

    /** The text, or a mistake with the given remedy. */
    public String required(String field, String remedy) {
        var text = text(field);
        if (text.isEmpty()) {
            refuse(field, remedy);
        }
        return text;
    }

    public boolean flag(String field) {
        return Boolean.TRUE.equals(values.apply(field)) || "true".equals(text(field));
    }

    /** One of the constants, null if not filled in; anything else is a mistake that names the possible ones. */
    public <E extends Enum<E>> @Nullable E choice(String field, Class<E> type) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text)) {
                return constant;
            }
        }
        refuse(field, "Choose one of " + names(type) + ".");
        return null;
    }

    /** One of the constants; not filled in is a mistake with the given remedy. */
    public <E extends Enum<E>> @Nullable E requiredChoice(String field, Class<E> type, String remedy) {
        if (text(field).isEmpty()) {
            refuse(field, remedy + " Choose one of " + names(type) + ".");
            return null;
        }
        return choice(field, type);
    }

    private static <E extends Enum<E>> String names(Class<E> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    /** A whole number from one to five, null if not filled in. */
    public @Nullable Integer score(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        if (text.matches("[1-5]")) {
            return Integer.valueOf(text);
        }
        refuse(field, "Choose a number from 1 to 5.");
        return null;
    }

    /**
     * An amount of money or hours, such as 1250 or 7,5; null if not filled in. Not negative, below a thousand million,
     * with two places behind the point at most.
     */
    public @Nullable BigDecimal amount(String field) {
        var text = text(field).replaceAll("[\\s\\u00a0\\u202f']", "").replace(',', '.');
        if (text.isEmpty()) {
            return null;
        }
        if (AMOUNT.matcher(text).matches()) {
            return new BigDecimal(text);
        }
        // What a process variable of type double holds arrives as 1.25E7.
        if (values.apply(field) instanceof Number number) {
            var plain = new BigDecimal(number.toString());
            if (plain.signum() >= 0
                    && plain.compareTo(MOST) < 0
                    && plain.stripTrailingZeros().scale() <= 2) {
                return plain.setScale(Math.max(0, plain.stripTrailingZeros().scale()), RoundingMode.UNNECESSARY);
            }
        }
        refuse(
                field,
                "Write an amount such as 1250 or 7.5: not negative, without thousands separators, with at most two places behind the point.");
        return null;
    }

    /** A whole number between the two, both included; null if not filled in. */
    public @Nullable Integer whole(String field, int least, int most) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        // A number that came as 4.0 is 4.
        var digits = text.replaceFirst("[.,]0++$", "");
        if (digits.matches("\\d{1,9}")) {
            var number = Integer.parseInt(digits);
            if (number >= least && number <= most) {
                return number;
            }
        }
        refuse(field, "Give a whole number from %d to %d.".formatted(least, most));
        return null;
    }

    /** Whether the field holds a list, of whatever. */
    public boolean isList(String field) {
        return values.apply(field) instanceof List;
    }

    /** The texts of a list; empty if not filled in. A value that is no list is a mistake. */
    public List<String> list(String field) {
        var value = values.apply(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        refuse(field, "Send a Json list of texts.");
        return List.of();
    }

    /** The rows of a list of objects; empty if not filled in. */
    public List<Map<String, @Nullable Object>> rows(String field) {
        var value = values.apply(field);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            var rows = new ArrayList<Map<String, @Nullable Object>>();
            for (Object row : list) {
                @SuppressWarnings("unchecked")
                var map = (Map<String, @Nullable Object>) row;
                rows.add(map);
            }
            return rows;
        }
        refuse(field, "Send a Json list of objects.");
        return List.of();
    }

    /** A day, null if not filled in. */
    public @Nullable LocalDate day(String field) {
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text.length() > 10 ? text.substring(0, 10) : text);
            if (!isOfThisCentury(day.getYear())) {
                refuse(field, "Choose a day of this century.");
                return null;
            }
            return day;
        } catch (DateTimeException e) {
            refuse(field, "Write the day as YYYY-MM-DD, such as 2026-12-24.");
            return null;
        }
    }

    private static boolean isOfThisCentury(int year) {
        return year >= 2000 && year <= 2100;
    }

    /** A moment with its offset, null if not filled in. */
    public @Nullable Instant moment(String field) {
        if (values.apply(field) instanceof Date date) {
            return date.toInstant();
        }
        var text = text(field);
        if (text.isEmpty()) {
            return null;
        }
        try {
            var moment = OffsetDateTime.parse(text);
            if (!isOfThisCentury(moment.getYear())) {
                refuse(field, "Choose a moment of this century.");
                return null;
            }
            return moment.toInstant();
        } catch (DateTimeException e) {
            refuse(field, "Write the moment as YYYY-MM-DDThh:mm with its offset, such as 2026-12-24T09:30+01:00.");
            return null;
        }
    }

    public void refuse(String field, String sentence) {
        errors.add(new FieldError(field, sentence));
    }

    /** Throws all collected mistakes as one {@link Refusal}; does nothing if there are none. */
    public void done() {
        if (!errors.isEmpty()) {
            throw Refusal.of(errors);
        }
    }
}
