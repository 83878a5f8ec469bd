package agency.frontline.strategy;

import agency.frontline.text.Answers;
import agency.frontline.text.SafeText;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Reads lists that a person fills in row by row; a row without a word in it does not count. */
final class Rows {

    /** What fits into a field of a row; characters. */
    static final int LONGEST = 2000;

    private static final int MOST = 50;

    private Rows() {}

    interface Reading<T> {
        @Nullable T of(Answers row, String place);
    }

    /** What is compared: the words without the blanks that a form or a browser may have changed. */
    static String key(String words) {
        return SafeText.clean(words).strip().replaceAll("\\s+", " ");
    }

    /** Whether each of these is the {@code what} of a row. */
    static boolean name(Answers answers, String field, List<String> all) {
        var named = answers.rows(field).stream()
                .map(row -> key(new Answers(row::get).text("what")))
                .toList();
        return all.stream().map(Rows::key).allMatch(named::contains);
    }

    static <T> List<T> read(Answers answers, String field, String says, Reading<T> reading) {
        var rows = answers.rows(field);
        if (rows.size() > MOST) {
            answers.refuse(field, "List at most %d; these are %d.".formatted(MOST, rows.size()));
            return List.of();
        }
        return IntStream.range(0, rows.size())
                .filter(n -> !new Answers(rows.get(n)::get).text(says).isEmpty()
                        || rows.get(n).values().stream()
                                .anyMatch(value -> value instanceof String text && !text.isBlank()))
                .mapToObj(n -> reading.of(new Answers(rows.get(n)::get), "Row " + (n + 1) + ": "))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The words of a field, each paragraph kept; what does not fit is a mistake. */
    static String words(Answers answers, Answers row, String name, String field, String place) {
        var words = SafeText.clean(row.text(name)).strip();
        if (words.length() > LONGEST) {
            answers.refuse(field, place + "say it in at most %,d characters.".formatted(LONGEST));
        }
        return words;
    }

    static String required(Answers answers, Answers row, String name, String remedy, String field, String place) {
        var words = words(answers, row, name, field, place);
        if (words.isEmpty()) {
            answers.refuse(field, place + remedy);
        }
        return words;
    }

    /** The same for a field that stands on the form by itself. */
    static String required(Answers answers, String name, String remedy) {
        var words = SafeText.clean(answers.required(name, remedy)).strip();
        if (words.length() > LONGEST) {
            answers.refuse(name, "Say it in at most %,d characters.".formatted(LONGEST));
        }
        return words;
    }

    static <E extends Enum<E>> @Nullable E choice(
            Answers answers, Answers row, String name, Class<E> type, String remedy, String field, String place) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(row.text(name))) {
                return constant;
            }
        }
        answers.refuse(field, place + remedy);
        return null;
    }
}
